/// The model test on real set-ups: long random lists of operations are done on an engine and on the
/// reference database of the test kit, which knows nothing of the engine; answers, tables and
/// streams must be the same.
///
/// The set-ups differ in the store and in how often everything is closed and opened again. A
/// failing list names its seed and is shortened to what is essential in it.
@NullMarked
package dev.millrace.conformance.model;

import org.jspecify.annotations.NullMarked;
