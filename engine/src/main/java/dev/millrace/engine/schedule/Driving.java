package dev.millrace.engine.schedule;

/// Who sees to it that due work is done.
public enum Driving {
    /// A thread of the schedule, which waits for the clock to reach the next moment. For clocks
    /// that go on by themselves.
    BY_THREAD,

    /// Whoever moves the clock, by calling [Schedule#advance] or [Schedule#runDue].
    BY_CALLS
}
