/// The code of functions: archives that clients upload, checked, kept and unpacked.
///
/// An archive is kept as it came, in a file named by its content, so that functions with the same
/// code share it and a file is never changed. What is unpacked is only a copy that each server
/// makes for itself. Nothing in an archive is believed: names, links, sizes and counts are checked
/// before anything is written.
@NullMarked
package dev.millrace.triggers.function.code;

import org.jspecify.annotations.NullMarked;
