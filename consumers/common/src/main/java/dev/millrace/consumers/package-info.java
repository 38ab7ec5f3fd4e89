/// A server whose table is written to while the shards of its stream are split and rolled, and a
/// tally of what a consumer has seen of it. The modules beside this one let consumers that other
/// people wrote read such a stream; each has its own, for their libraries do not go together.
@NullMarked
package dev.millrace.consumers;

import org.jspecify.annotations.NullMarked;
