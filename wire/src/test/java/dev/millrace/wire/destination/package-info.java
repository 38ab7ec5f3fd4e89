/// Tests of the package of the same name: what is written is held against texts that are written
/// out in full, and what is read against answers as services give them.
@NullMarked
package dev.millrace.wire.destination;

import org.jspecify.annotations.NullMarked;
