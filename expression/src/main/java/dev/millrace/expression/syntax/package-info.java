/// Expressions as they are written: lexer, recursive-descent parsers and the syntax trees they
/// make.
///
/// A syntax tree still holds the placeholders (`#name`, `:value`), so it depends on the text alone
/// and can be kept for the next request with the same text. What can be wrong with the text alone
/// is found here, in AWS's order: syntax, redundant parentheses, unknown functions, functions out
/// of place, reserved words, too many operators. Arity and operand types need values and are
/// checked when the tree is bound.
@NullMarked
package dev.millrace.expression.syntax;

import org.jspecify.annotations.NullMarked;
