/// Exports and imports on the wire: the operations that ask for them and tell of them, what is told
/// of one, in which form it is also stored, and the lines of the files that they write and read.
@NullMarked
package dev.millrace.wire.transfer;

import org.jspecify.annotations.NullMarked;
