@NullMarked
package dev.millrace.triggers.batch;

import org.jspecify.annotations.NullMarked;
