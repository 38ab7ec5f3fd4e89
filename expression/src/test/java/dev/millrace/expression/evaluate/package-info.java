/// Comparisons of the evaluators with naive ones.
@NullMarked
package dev.millrace.expression.evaluate;

import org.jspecify.annotations.NullMarked;
