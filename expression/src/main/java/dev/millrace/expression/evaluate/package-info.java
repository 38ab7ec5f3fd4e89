/// What expressions do to items: predicates are true or false of them, updates make new ones,
/// projections cut out parts.
///
/// Everything here is a pure function of the expression and the attributes it is given; faults that
/// only show at an item are [dev.millrace.model.error.ApiException]s with their final texts.
@NullMarked
package dev.millrace.expression.evaluate;

import org.jspecify.annotations.NullMarked;
