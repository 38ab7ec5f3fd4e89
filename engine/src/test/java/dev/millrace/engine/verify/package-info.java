/// Tests of the check of a whole store: each kind of contradiction is made by hand, and must be
/// found.
@NullMarked
package dev.millrace.engine.verify;

import org.jspecify.annotations.NullMarked;
