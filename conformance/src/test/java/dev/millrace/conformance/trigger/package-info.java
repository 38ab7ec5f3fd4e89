/// Triggers of a whole server against what is not ours: a queue service, the SDK's signatures, and
/// the commands by which operators look at triggers.
@NullMarked
package dev.millrace.conformance.trigger;

import org.jspecify.annotations.NullMarked;
