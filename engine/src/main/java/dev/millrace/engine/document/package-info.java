/// Documents: named byte strings that other modules keep here, in the order of the log and in the
/// same atomic batches as everything else.
///
/// Whoever needs to remember something that must survive a crash together with what it is about
/// (how far a trigger has come, what it is to do) writes a document. A change of documents is an
/// item command, so it shares its group and its fsync with the writes around it.
@NullMarked
package dev.millrace.engine.document;

import org.jspecify.annotations.NullMarked;
