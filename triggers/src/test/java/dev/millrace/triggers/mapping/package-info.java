@NullMarked
package dev.millrace.triggers.mapping;

import org.jspecify.annotations.NullMarked;
