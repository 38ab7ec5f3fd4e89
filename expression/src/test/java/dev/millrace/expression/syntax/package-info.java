/// Properties of the parsers.
@NullMarked
package dev.millrace.expression.syntax;

import org.jspecify.annotations.NullMarked;
