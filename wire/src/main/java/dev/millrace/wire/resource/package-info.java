/// The wire form of the operations on resources by their ARN - tags and policies - and of those on
/// the account: its limits and its endpoints.
///
/// Only the form of what a request carries is looked at here; what an ARN names is the engine's to
/// find out.
@NullMarked
package dev.millrace.wire.resource;

import org.jspecify.annotations.NullMarked;
