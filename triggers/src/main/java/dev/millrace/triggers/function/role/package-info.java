/// The credentials that functions work with.
///
/// Each running copy of a function gets a fresh key of its own, as on Lambda, and whoever checks
/// signatures can ask which role and function stand behind a key.
@NullMarked
package dev.millrace.triggers.function.role;

import org.jspecify.annotations.NullMarked;
