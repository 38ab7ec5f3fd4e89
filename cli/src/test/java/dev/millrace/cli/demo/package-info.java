/// Tests of the demo, in parts and, over HTTP, as a whole.
@NullMarked
package dev.millrace.cli.demo;

import org.jspecify.annotations.NullMarked;
