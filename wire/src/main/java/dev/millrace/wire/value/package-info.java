/// Attribute values out of JSON.
///
/// A wrong value is not an error at once: JSON types and constraints anywhere in the body are
/// answered first. So reading goes on and remembers the first fault of each map of values as part
/// of what was [dev.millrace.wire.value.Decoded]; whoever takes the map out gets the fault then.
/// Writing needs no such care and is done from the canonical bytes, in the package above.
@NullMarked
package dev.millrace.wire.value;

import org.jspecify.annotations.NullMarked;
