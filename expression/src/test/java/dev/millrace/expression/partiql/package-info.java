/// Properties of the parser of statements.
@NullMarked
package dev.millrace.expression.partiql;

import org.jspecify.annotations.NullMarked;
