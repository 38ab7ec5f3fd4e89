package dev.millrace.triggers.run;

/// Everything that an operator is told of a mapping.
///
/// @param figures what became of it since the server started
/// @param lag what is not done yet
/// @param deadLetters how many of them are kept, without those that were replayed with success
public record MappingReport(
        MappingView view, MappingStatus.Figures figures, Lag lag, int deadLetters) {}
