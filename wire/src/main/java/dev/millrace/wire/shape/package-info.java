/// Requests as declared tables: the members of a structure, how each is read, and the constraints
/// of the service model on it.
///
/// A codec declares a [Structure] of [Member]s once. Decoding reads the whole body into [Fields],
/// then checks every constraint and answers all violations in one message, then refuses the members
/// that Millrace knows of and does not implement yet; what remains for the codec is to turn fields
/// into the model's records. Members that no table names are skipped, as AWS does.
@NullMarked
package dev.millrace.wire.shape;

import org.jspecify.annotations.NullMarked;
