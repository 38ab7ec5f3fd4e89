@NullMarked
package dev.millrace.triggers.function.catalog;

import org.jspecify.annotations.NullMarked;
