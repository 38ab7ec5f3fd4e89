/// How soon a function is called with what was written. The function is made through Lambda's API,
/// is a small program of this package that runs on this machine, and says through a socket what it
/// was called with.
@NullMarked
package dev.millrace.bench.trigger;

import org.jspecify.annotations.NullMarked;
