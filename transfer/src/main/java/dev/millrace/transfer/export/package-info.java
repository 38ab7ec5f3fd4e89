/// Exports: the operations that ask for them and the job that carries them out.
///
/// An export reads the past of its table piece by piece, while the table is written to, into files
/// of DynamoDB JSON in gzip. What has been written is remembered file by file; a file that a crash
/// cuts off is written again under the same key.
@NullMarked
package dev.millrace.transfer.export;

import org.jspecify.annotations.NullMarked;
