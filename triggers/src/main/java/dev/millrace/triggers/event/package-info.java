/// The event that a function is called with (lambda-esm reference, section 7): each record is
/// written once, from its stored bytes, and events are put together from those texts.
@NullMarked
package dev.millrace.triggers.event;

import org.jspecify.annotations.NullMarked;
