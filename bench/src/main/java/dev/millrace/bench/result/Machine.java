package dev.millrace.bench.result;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine that was measured on.
///
/// @param processor what its processors are called
/// @param processors how many there are
/// @param memoryBytes how much memory there is; 0 if that is not known
/// @param system the operating system and its version
/// @param java the Java that the benchmark runs on
/// @param load how many threads wanted a processor, on the average of the last minute, before the
///   benchmark began; negative if that is not known
public record Machine(
        String processor,
        int processors,
        long memoryBytes,
        String system,
        String java,
        double load) {
    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final double BUSY_SHARE = 0.5;
    private static final int BYTES_A_KILOBYTE = 1024;
    private static final double BYTES_A_GIGABYTE = 1 << 30;

    /// This machine.
    public static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                value(CPU, "model name").orElse(system.getArch()),
                system.getAvailableProcessors(),
                value(MEMORY, "MemTotal")
                        .map(text -> Long.parseLong(text.replaceAll("\\D", "")) * BYTES_A_KILOBYTE)
                        .orElse(0L),
                system.getName() + " " + system.getVersion(),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                system.getSystemLoadAverage());
    }

    /// Whether other work kept it busy before the benchmark began.
    public boolean isBusy() {
        return load > processors * BUSY_SHARE;
    }

    /// The memory in gigabytes.
    public double memoryGigabytes() {
        return memoryBytes / BYTES_A_GIGABYTE;
    }

    private static Optional<String> value(Path file, String name) {
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            return lines.filter(line -> line.startsWith(name))
                    .flatMap(line -> Arrays.stream(line.split(":", 2)).skip(1))
                    .map(String::strip)
                    .findFirst();
        } catch (IOException _) {
            // What a machine does not tell is not known; nothing depends on it.
            return Optional.empty();
        }
    }
}
