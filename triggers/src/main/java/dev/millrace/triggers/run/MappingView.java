package dev.millrace.triggers.run;

import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.mapping.MappingState;

/// A mapping as it is at a moment.
///
/// @param lastResult what became of its last batch
public record MappingView(EventSourceMapping mapping, MappingState state, String lastResult) {}
