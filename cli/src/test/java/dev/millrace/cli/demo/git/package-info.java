/// Tests of reading git repositories, on small real ones.
@NullMarked
package dev.millrace.cli.demo.git;

import org.jspecify.annotations.NullMarked;
