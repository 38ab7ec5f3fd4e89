/// The wire forms of the operations on global tables. Requests are read and checked whole, though
/// no server that is one region can do what they ask for.
@NullMarked
package dev.millrace.wire.global;

import org.jspecify.annotations.NullMarked;
