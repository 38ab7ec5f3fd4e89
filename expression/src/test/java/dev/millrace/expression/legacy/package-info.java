/// Tests of the legacy parameters: what each operator says of items, what updates make of them, and
/// AWS's texts for what is wrong with them. Values are written in the short notation of these
/// tests.
@NullMarked
package dev.millrace.expression.legacy;

import org.jspecify.annotations.NullMarked;
