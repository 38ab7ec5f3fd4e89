/// Expressions as small trees. A test builds a condition, an update or a key condition once; the
/// reference database walks the tree naively, and [ExpressionWriter] writes the same tree as the
/// expression text, with placeholders, that the system under test has to parse. No code is shared
/// with the parser or the evaluator that are being tested.
@NullMarked
package dev.millrace.testkit.expression;

import org.jspecify.annotations.NullMarked;
