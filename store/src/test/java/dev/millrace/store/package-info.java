/// Tests of the small types of the store.
@NullMarked
package dev.millrace.store;

import org.jspecify.annotations.NullMarked;
