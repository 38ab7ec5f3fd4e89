package dev.millrace.triggers.run;

/// Everything that an operator is told of a mapping.
///
/// @param lag what is not done yet
/// @param deadLetters how many of them are kept, without those that were replayed with success
public record MappingReport(MappingView view, Lag lag, int deadLetters) {
    /// What became of it since the server started.
    public MappingStatus.Figures figures() {
        return view.figures();
    }
}
