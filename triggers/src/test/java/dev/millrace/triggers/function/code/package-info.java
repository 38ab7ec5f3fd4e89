@NullMarked
package dev.millrace.triggers.function.code;

import org.jspecify.annotations.NullMarked;
