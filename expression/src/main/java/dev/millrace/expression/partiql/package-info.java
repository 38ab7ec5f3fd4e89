/// PartiQL as text: tokens, the parser, and the tree of a statement as it was written.
///
/// Nothing here knows what a statement means or whether its functions exist; that is found in
/// [dev.millrace.expression.statement]. The grammar is as wide as AWS's parser, whose complaints
/// tell a statement that cannot be read from one that can be and is not supported; most of what a
/// statement may not do is therefore parsed first and refused later.
@NullMarked
package dev.millrace.expression.partiql;

import org.jspecify.annotations.NullMarked;
