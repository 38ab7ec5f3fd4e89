/// The vocabulary.
@NullMarked
package dev.millrace.model;

import org.jspecify.annotations.NullMarked;
