/// Histories of concurrent clients over HTTP, checked for an order that explains them: single
/// items, conditions and transactions over several, and the same across kills of the server.
@NullMarked
package dev.millrace.conformance.linearizability;

import org.jspecify.annotations.NullMarked;
