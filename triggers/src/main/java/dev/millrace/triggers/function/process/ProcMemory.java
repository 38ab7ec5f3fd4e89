package dev.millrace.triggers.function.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The resident memory of processes as Linux tells it under `/proc`. Elsewhere nothing is known.
///
/// A process that ends meanwhile counts as none: there is nothing wrong with that.
public final class ProcMemory implements MemoryGauge {
    private static final int DEPTH_MAX = 16;
    private static final int KILO = 1 << 10;

    private final Path proc;

    /// @param proc where the operating system tells of processes, `/proc`
    public ProcMemory(Path proc) {
        this.proc = proc;
    }

    @Override
    public long bytes(ProcessHandle process) {
        return bytes(Long.toString(process.pid()), 0);
    }

    private long bytes(String pid, int depth) {
        if (depth > DEPTH_MAX) {
            return 0;
        }
        Path process = proc.resolve(pid);
        long sum = resident(process.resolve("status"));
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
            for (Path thread : threads) {
                for (String child : text(thread.resolve("children")).split(" ", -1)) {
                    sum += child.isBlank() ? 0 : bytes(child.strip(), depth + 1);
                }
            }
        } catch (IOException _) {
            return sum;
        }
        return sum;
    }

    private static long resident(Path status) {
        return text(status)
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILO)
                .findFirst()
                .orElse(0);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, US_ASCII);
        } catch (IOException _) {
            return "";
        }
    }
}
