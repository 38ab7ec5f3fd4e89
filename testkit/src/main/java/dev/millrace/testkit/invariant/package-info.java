/// What must hold of any Millrace at any moment and can be seen from outside, each invariant a
/// class of its own. An invariant is asked for its violations: texts that say what is wrong, none
/// if it holds. Model, crash and simulation tests share them.
@NullMarked
package dev.millrace.testkit.invariant;

import org.jspecify.annotations.NullMarked;
