/// What a failed invocation means: what counts, what is tried again and when, what is given up.
///
/// The rules are those of lambda-esm reference, sections 8, 9 and 15. They are plain functions of a
/// batch, its settings and an outcome; chance enters only by the backoff's injected randomness.
@NullMarked
package dev.millrace.triggers.failure;

import org.jspecify.annotations.NullMarked;
