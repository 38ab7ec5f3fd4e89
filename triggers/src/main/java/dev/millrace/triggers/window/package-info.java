/// Tumbling windows: stretches of time, one behind the other, over which a function keeps a state
/// (lambda-esm reference, section 11).
///
/// A record belongs to the window that its creation falls into. The state that the function returns
/// from one call is handed to the next; when the window is over, a last call without records says
/// so. The state is part of the checkpoint, so it survives a restart.
@NullMarked
package dev.millrace.triggers.window;

import org.jspecify.annotations.NullMarked;
