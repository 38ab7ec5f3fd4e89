@NullMarked
package dev.millrace.triggers.filter;

import org.jspecify.annotations.NullMarked;
