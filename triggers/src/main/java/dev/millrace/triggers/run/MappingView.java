package dev.millrace.triggers.run;

import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.mapping.MappingState;

/// A mapping as it is at a moment.
///
/// @param lastResult what became of its last batch
/// @param figures what became of it since the server started
public record MappingView(
        EventSourceMapping mapping,
        MappingState state,
        String lastResult,
        MappingStatus.Figures figures) {}
