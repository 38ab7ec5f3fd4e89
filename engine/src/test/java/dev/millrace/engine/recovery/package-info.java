/// Tests of backups, restores and the recovery to a point in time on an engine whose background
/// work the tests let through chunk by chunk.
@NullMarked
package dev.millrace.engine.recovery;

import org.jspecify.annotations.NullMarked;
