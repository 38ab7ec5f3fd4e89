/// The wire forms of the operations on contributor insights, and what they have in common: how a
/// table or an index of it is named, and how its insights are shown.
@NullMarked
package dev.millrace.wire.insight;

import org.jspecify.annotations.NullMarked;
