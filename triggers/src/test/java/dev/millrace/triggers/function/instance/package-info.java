@NullMarked
package dev.millrace.triggers.function.instance;

import org.jspecify.annotations.NullMarked;
