@NullMarked
package dev.millrace.triggers.function.log;

import org.jspecify.annotations.NullMarked;
