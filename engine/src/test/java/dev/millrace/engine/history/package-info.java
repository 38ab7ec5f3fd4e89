/// Tests of the past of tables against a naive one that keeps every state as a whole.
@NullMarked
package dev.millrace.engine.history;

import org.jspecify.annotations.NullMarked;
