@NullMarked
package dev.millrace.triggers.function.queue;

import org.jspecify.annotations.NullMarked;
