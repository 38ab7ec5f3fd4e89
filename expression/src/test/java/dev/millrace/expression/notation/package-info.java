/// A short notation for attribute values, so that tables of cases can be read.
@NullMarked
package dev.millrace.expression.notation;

import org.jspecify.annotations.NullMarked;
