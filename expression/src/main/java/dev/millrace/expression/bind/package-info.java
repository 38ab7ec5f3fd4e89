/// From syntax to meaning: placeholders become the names and values that the request gave them, and
/// all that can be wrong with an expression once these are known is found.
///
/// The order in which faults win is AWS's: in a condition each comparison or function is checked by
/// itself, from left to right, for undefined placeholders, numbers of operands, distinct operands
/// and operand types; an update is checked for each of its kinds of fault as a whole.
@NullMarked
package dev.millrace.expression.bind;

import org.jspecify.annotations.NullMarked;
