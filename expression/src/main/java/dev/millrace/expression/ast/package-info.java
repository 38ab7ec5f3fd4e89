/// Expressions after binding: paths with real attribute names, operands with real values, every
/// function in its place with the right number and kind of operands.
///
/// Nothing here knows the text that an expression came from or the placeholders in it. The same
/// trees can therefore be built from elsewhere, for example from the legacy request parameters, and
/// be evaluated in the same way.
@NullMarked
package dev.millrace.expression.ast;

import org.jspecify.annotations.NullMarked;
