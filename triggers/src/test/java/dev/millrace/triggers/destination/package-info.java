@NullMarked
package dev.millrace.triggers.destination;

import org.jspecify.annotations.NullMarked;
