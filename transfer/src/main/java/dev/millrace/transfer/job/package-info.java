/// Work in the background that outlives the process: its names, its documents, its thread.
///
/// A job is a document of the engine. Whoever asks for one writes the document and wakes the
/// [JobLoop], which carries out one job of a kind at a time and begins again with whatever has not
/// ended after a restart.
@NullMarked
package dev.millrace.transfer.job;

import org.jspecify.annotations.NullMarked;
