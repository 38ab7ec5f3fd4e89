@NullMarked
package dev.millrace.triggers.function.jar;

import org.jspecify.annotations.NullMarked;
