/// The store in memory, for tests, trials and the JUnit extension.
///
/// Each family is an AVL tree whose nodes never change: a write copies the path from the root to
/// the changed node and shares the rest. All the roots of a store sit behind one reference, so that
/// publishing a batch is one assignment and a snapshot is one read. Nothing survives the process.
@NullMarked
package dev.millrace.store.memory;

import org.jspecify.annotations.NullMarked;
