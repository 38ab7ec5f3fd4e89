@NullMarked
package dev.millrace.triggers.function.role;

import org.jspecify.annotations.NullMarked;
