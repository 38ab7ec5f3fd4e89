package dev.millrace.bench;

import dev.millrace.bench.process.StartCommand;
import dev.millrace.bench.table.TableShape;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What is to be measured, and how.
///
/// @param sides one server or two
/// @param workloads what is done, in this order
/// @param streams the view types of streams that writing workloads are run with; `off` is one
/// @param load how many connections there are and what they send
/// @param timing how long things take
/// @param directory where started servers keep their data
/// @param json where the JSON goes
/// @param chart where the chart goes
record Plan(
        List<Side> sides,
        List<Workload> workloads,
        List<String> streams,
        Load load,
        Timing timing,
        Path directory,
        Optional<Path> json,
        Optional<Path> chart) {
    /// The stream of what needs one, if writing workloads are run without.
    static final String STREAM_DEFAULT = "NEW_AND_OLD_IMAGES";

    /// One of the servers.
    ///
    /// @param letter what it is called in results
    /// @param endpoint where it is, if that is known
    /// @param streamsEndpoint where its streams are, if elsewhere
    /// @param command what starts it, if it is not running already
    record Side(
            String letter,
            Optional<URI> endpoint,
            Optional<URI> streamsEndpoint,
            Optional<StartCommand> command) {

        /// What it is, in words.
        String description() {
            String place = endpoint.map(URI::toString).orElse("");
            return command.map(start -> place + " started with " + start).orElse(place).strip();
        }
    }

    /// What the load consists of.
    ///
    /// @param connections how many connections there are
    /// @param threads how many threads share them
    /// @param keys how many items a table has
    /// @param itemBytes the size of an item
    /// @param indexes how many global indexes a table has that is written to
    /// @param seed what chance follows from
    record Load(int connections, int threads, int keys, int itemBytes, int indexes, long seed) {}

    /// How long things take.
    ///
    /// @param measured how long a run is
    /// @param warmup how long the same is done before the first run
    /// @param runs how many runs there are
    /// @param rate how many requests a second are due in the open loop; if it is not given, a
    ///   closed loop finds out how many the server answers first
    /// @param background how many writes a second go on while a reader is measured
    /// @param pollInterval how long a polling reader rests
    record Timing(
            Duration measured,
            Duration warmup,
            int runs,
            OptionalDouble rate,
            int background,
            Duration pollInterval) {}

    /// The stream of a table that is read as a stream; the images are those of the first choice.
    String readableStream() {
        return streams.stream()
                .filter(stream -> !stream.equals(TableShape.NO_STREAM))
                .findFirst()
                .orElse(STREAM_DEFAULT);
    }
}
