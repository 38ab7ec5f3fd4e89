/// Backups of tables as clients see them: what is told of one, and what of the table it was made
/// of.
///
/// A backup outlives its table, so everything that a restored table takes from it is in its
/// description and nothing is looked up in a table that may be gone.
@NullMarked
package dev.millrace.model.backup;

import org.jspecify.annotations.NullMarked;
