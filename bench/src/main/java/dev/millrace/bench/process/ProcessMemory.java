package dev.millrace.bench.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.millrace.bench.http.BenchException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The resident memory of a process and of those that it has started, as the operating system
/// counts it.
final class ProcessMemory {
    private static final int BYTES_A_KILOBYTE = 1024;

    private ProcessMemory() {}

    /// In bytes; 0 if the process has ended.
    static long resident(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> residentOf(each.pid()))
                .sum();
    }

    private static long residentOf(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            OptionalLong kilobytes =
                    Files.exists(status) ? read(Files.readAllLines(status)) : ask(pid);
            return kilobytes.orElse(0) * BYTES_A_KILOBYTE;
        } catch (IOException e) {
            throw new BenchException("the memory of process " + pid + " is not known", e);
        }
    }

    private static OptionalLong read(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();
    }

    // Where there is no /proc, as on macOS.
    private static OptionalLong ask(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String text = new String(ps.getInputStream().readAllBytes(), US_ASCII);
        return Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> word.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
