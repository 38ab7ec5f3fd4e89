/// What can be called: the one small interface between triggers and functions, whatever a function
/// is made of.
///
/// A [dev.millrace.triggers.function.FunctionTarget] takes an invocation and tells what became of
/// it. The distinction that everything else rests on is made here: did the function itself fail, or
/// was it never reached?
@NullMarked
package dev.millrace.triggers.function;

import org.jspecify.annotations.NullMarked;
