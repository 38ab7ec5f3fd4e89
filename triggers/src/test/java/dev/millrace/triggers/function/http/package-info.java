@NullMarked
package dev.millrace.triggers.function.http;

import org.jspecify.annotations.NullMarked;
