/// What functions write: one file a function, with the lines that Lambda adds around each
/// invocation, kept to a bounded size.
///
/// An operator reads the files under `functions/log` of the data directory (docs/keyspace.md); a
/// caller of Invoke gets the end of what belongs to its own invocation.
@NullMarked
package dev.millrace.triggers.function.log;

import org.jspecify.annotations.NullMarked;
