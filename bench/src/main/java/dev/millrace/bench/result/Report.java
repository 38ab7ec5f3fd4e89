package dev.millrace.bench.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that one call of the benchmark has found out.
///
/// @param setting what it was found out with
/// @param series the series, those of two servers side by side
/// @param starts what starts took
/// @param memory the resident memory of the servers that were started, in bytes, behind all load
/// @param notes what was left out and why, and what to be wary of
public record Report(
        Setting setting,
        List<Series> series,
        List<StartFigures> starts,
        Map<String, Long> memory,
        List<String> notes) {

    /// What something was found out with.
    ///
    /// @param moment when it began, in ISO-8601
    /// @param machine the machine of the benchmark
    /// @param version the version of Millrace that the benchmark is of, and its commit if known
    /// @param servers for each server's letter, where it is or what started it
    /// @param options all options and their values
    public record Setting(
            String moment,
            Machine machine,
            String version,
            Map<String, String> servers,
            Map<String, String> options) {}

    public Report {
        series = List.copyOf(series);
        starts = List.copyOf(starts);
        notes = List.copyOf(notes);
    }

    /// The series that is the same as `one` on another server.
    public Optional<Series> counterpart(Series one) {
        return series.stream()
                .filter(each -> each.isLike(one) && !each.server().equals(one.server()))
                .findFirst();
    }
}
