package dev.millrace.control;

import java.util.Map;

/// One event source mapping as the control API reports it.
///
/// @param mapping its UUID
/// @param function the function's name, with a version or alias if it has one
/// @param stream the ARN of the stream
/// @param state as GetEventSourceMapping shows it
/// @param lastResult what became of its last batch
/// @param exactlyOnce whether functions get tokens for transactions that count exactly once
/// @param figures whole numbers by the names that the description of the API has for them, for
///   example `lagRecords`
public record TriggerReport(
        String mapping,
        String function,
        String stream,
        String state,
        String lastResult,
        boolean exactlyOnce,
        Map<String, Long> figures) {
    /// One of the figures.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    public long figure(String name) {
        Long figure = figures.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("the server tells no figure " + name);
        }
        return figure;
    }
}
