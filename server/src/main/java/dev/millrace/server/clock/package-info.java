/// The clock that a server for tests goes by.
///
/// A server goes by the clock of the machine or by a {@link dev.millrace.server.clock.ManualClock},
/// which stands still until somebody moves it. Everything in the engine that has to do with time
/// asks the one clock that the server was started with, so a test that moves it moves everything.
@NullMarked
package dev.millrace.server.clock;

import org.jspecify.annotations.NullMarked;
