@NullMarked
package dev.millrace.triggers.poll;

import org.jspecify.annotations.NullMarked;
