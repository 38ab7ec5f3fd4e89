/// Running copies of functions, and how many of them there are.
///
/// An [dev.millrace.triggers.function.instance.Instance] is one running copy, a process or a loaded
/// class, that takes one invocation at a time. The
/// [dev.millrace.triggers.function.instance.InstancePool] starts copies as invocations need them,
/// no more than allowed, keeps those that are idle for a while, and ends those that are out of
/// date.
@NullMarked
package dev.millrace.triggers.function.instance;

import org.jspecify.annotations.NullMarked;
