/// Functions that are reached over HTTP: a Lambda container with the runtime interface emulator, or
/// any web hook that takes the event as the body of a POST (lambda-esm reference, section 13).
@NullMarked
package dev.millrace.triggers.function.http;

import org.jspecify.annotations.NullMarked;
