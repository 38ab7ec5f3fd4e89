@NullMarked
package dev.millrace.triggers.failure;

import org.jspecify.annotations.NullMarked;
