@NullMarked
package dev.millrace.triggers.event;

import org.jspecify.annotations.NullMarked;
