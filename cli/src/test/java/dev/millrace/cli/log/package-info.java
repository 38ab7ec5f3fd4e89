/// Tests of the log on standard error.
@NullMarked
package dev.millrace.cli.log;

import org.jspecify.annotations.NullMarked;
