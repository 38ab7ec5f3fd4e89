/// docs/api.md: every operation and every member of the service model, as the AWS SDK has it, and
/// what becomes of it here. The states are found out by asking a server and by reading the golden
/// scripts, never written by hand.
@NullMarked
package dev.millrace.conformance.api;

import org.jspecify.annotations.NullMarked;
