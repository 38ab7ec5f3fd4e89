/// Which records a function is called with at all: the event patterns of Amazon EventBridge,
/// matched by Amazon's own open-source engine, Event Ruler.
@NullMarked
package dev.millrace.triggers.filter;

import org.jspecify.annotations.NullMarked;
