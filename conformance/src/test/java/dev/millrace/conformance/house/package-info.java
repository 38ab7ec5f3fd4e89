/// The rules of the house that a compiler cannot keep: how sources are formatted, who may use whom,
/// what nobody may call, how packages are explained. Each rule is a test that names what breaks it.
@NullMarked
package dev.millrace.conformance.house;

import org.jspecify.annotations.NullMarked;
