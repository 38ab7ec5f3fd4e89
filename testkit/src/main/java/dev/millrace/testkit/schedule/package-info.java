/// Threads under the hand of a seed: the real code with all its queues, locks and waiting runs on
/// virtual threads of which one is let go on at a time, and chance decides which, so that the same
/// seed gives the same history.
@NullMarked
package dev.millrace.testkit.schedule;

import org.jspecify.annotations.NullMarked;
