/// Backups and restores under way, and how long the past of tables is kept.
///
/// A backup is a copy of its table as of the position of the commit that asked for it. [BackupCopy]
/// makes it chunk by chunk out of [dev.millrace.engine.history.TableAsOf], while the table is
/// written to; [RestoreFill] fills a restored table in the same way, out of a backup or of another
/// table's past. Both are backfills, so every chunk is a commit, and a crash costs nothing but the
/// time. As long as they read a table's past they hold it ([KeptHistory]); what nobody holds and no
/// recovery period covers goes in whole buckets ([PastTimer]).
@NullMarked
package dev.millrace.engine.recovery;

import org.jspecify.annotations.NullMarked;
