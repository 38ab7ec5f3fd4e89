/// Golden tables and properties of the expressions of requests.
@NullMarked
package dev.millrace.expression;

import org.jspecify.annotations.NullMarked;
