@NullMarked
package dev.millrace.triggers.simulation;

import org.jspecify.annotations.NullMarked;
