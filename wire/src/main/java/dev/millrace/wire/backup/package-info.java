/// The codecs of the operations on backups and on recovery to a point in time. Those that restore
/// tables are with the operations on tables, whose members they take and whose description they
/// answer.
@NullMarked
package dev.millrace.wire.backup;

import org.jspecify.annotations.NullMarked;
