/// The list of all codecs, for whoever wants to serve every operation there is.
///
/// Nothing in this module imports it, so an operation is added by adding its codec and one line
/// here.
@NullMarked
package dev.millrace.wire.codec;

import org.jspecify.annotations.NullMarked;
