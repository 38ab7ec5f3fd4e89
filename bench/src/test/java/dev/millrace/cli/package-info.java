/// Tests of the benchmark as one of the commands of the command line.
@NullMarked
package dev.millrace.cli;

import org.jspecify.annotations.NullMarked;
