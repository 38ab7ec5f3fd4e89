@NullMarked
package dev.millrace.triggers.deadletter;

import org.jspecify.annotations.NullMarked;
