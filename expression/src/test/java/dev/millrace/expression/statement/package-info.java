/// What statements mean, and which mean nothing.
@NullMarked
package dev.millrace.expression.statement;

import org.jspecify.annotations.NullMarked;
