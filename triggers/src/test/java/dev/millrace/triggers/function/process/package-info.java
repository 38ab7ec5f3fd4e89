@NullMarked
package dev.millrace.triggers.function.process;

import org.jspecify.annotations.NullMarked;
