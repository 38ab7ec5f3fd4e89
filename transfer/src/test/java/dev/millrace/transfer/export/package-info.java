/// Tests of exports that need no engine: how their lines are written, and that what is written can
/// be read by imports again.
@NullMarked
package dev.millrace.transfer.export;

import org.jspecify.annotations.NullMarked;
