/// Tests of the order-preserving key encoding.
@NullMarked
package dev.millrace.store.tuple;

import org.jspecify.annotations.NullMarked;
