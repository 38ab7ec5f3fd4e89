/// The crash test: a server in a process of its own is killed with SIGKILL while clients write, is
/// started again on the same directory, and must then have kept its promises.
///
/// The test's own process survives and keeps a journal of what was sent and what was acknowledged.
/// After each kill it reads all items and the whole stream, and asks the invariants of the test
/// kit: every acknowledged write is there, none is there by half, the stream tells the table's
/// whole history, and no record is missing or there twice. Only the process dies, not the machine:
/// what the operating system was given is not lost. Loss of power is the business of the store's
/// own tests.
@NullMarked
package dev.millrace.conformance.crash;

import org.jspecify.annotations.NullMarked;
