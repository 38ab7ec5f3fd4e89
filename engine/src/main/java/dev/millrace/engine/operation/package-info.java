/// The API's operations, one class each. Each checks what the request means, then either submits a
/// command or reads; here, and nowhere above, is decided what an operation does.
@NullMarked
package dev.millrace.engine.operation;

import org.jspecify.annotations.NullMarked;
