/// Functions in processes of their own, fed through Lambda's runtime API.
///
/// A [dev.millrace.triggers.function.process.ProcessInstance] is one process and the small HTTP
/// server that it alone talks to. The process asks for its next invocation and posts what became of
/// it, as AWS's runtime clients do; the rules of that conversation are in
/// [dev.millrace.triggers.function.process.RuntimeSession], apart from HTTP and from processes.
/// Time and memory are watched by the thread that waits for the answer. Which program runs which of
/// Lambda's runtimes on this machine is known to
/// [dev.millrace.triggers.function.process.LocalRuntimes].
@NullMarked
package dev.millrace.triggers.function.process;

import org.jspecify.annotations.NullMarked;
