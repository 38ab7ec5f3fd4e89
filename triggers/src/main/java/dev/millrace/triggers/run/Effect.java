package dev.millrace.triggers.run;

import dev.millrace.triggers.poll.LaneRange;

/// A transaction that a function came back with, as the engine keeps it: whatever the function
/// answered, these records are done.
///
/// @param key of the document that the transaction left
record Effect(String key, LaneRange range) {}
