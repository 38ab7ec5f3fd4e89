/// Tests of the store in memory.
@NullMarked
package dev.millrace.store.memory;

import org.jspecify.annotations.NullMarked;
