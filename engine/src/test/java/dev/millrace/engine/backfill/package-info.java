/// Tests of backfills: of their chunks and cursors, and of indexes that are filled while their
/// tables are written to.
@NullMarked
package dev.millrace.engine.backfill;

import org.jspecify.annotations.NullMarked;
