package dev.millrace.conformance.overload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a process takes up, as Linux and its virtual machine tell it.
///
/// @param residentMegabytes memory that is there
/// @param heapMegabytes objects that are in use, after a collection; 0 if that was not asked for
/// @param handles files and connections that are open
/// @param threads threads of the system
record ProcessFigures(double residentMegabytes, double heapMegabytes, long handles, long threads) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final long COLLECTION_SECONDS_MAX = 60;

    /// Without a look at the heap.
    static ProcessFigures of(ProcessHandle process) throws IOException {
        return of(process.pid(), 0);
    }

    /// With what the heap holds after a collection, which it has to make for that.
    static ProcessFigures withHeap(ProcessHandle process) throws IOException {
        command(process.pid(), "GC.run");
        String heap = command(process.pid(), "GC.heap_info");
        Matcher used = USED.matcher(heap);
        if (!used.find()) {
            throw new IOException("the heap is not told of: " + heap);
        }
        return of(process.pid(), Double.parseDouble(used.group(1)) / 1_024);
    }

    private static ProcessFigures of(long pid, double heapMegabytes) throws IOException {
        Path folder = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> handles = Files.list(folder.resolve("fd"))) {
            return new ProcessFigures(
                    status(folder, "VmRSS") / 1_024.0,
                    heapMegabytes,
                    handles.count(),
                    status(folder, "Threads"));
        }
    }

    private static long status(Path folder, String name) throws IOException {
        for (String line : Files.readAllLines(folder.resolve("status"))) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.substring(name.length() + 1).strip().split(" ", 2)[0]);
            }
        }
        throw new IOException("the system does not tell " + name);
    }

    private static String command(long pid, String command) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid),
                                command)
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (!process.waitFor(COLLECTION_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IOException(command + " does not end");
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        return output;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "resident %5.0f MB  heap %5.0f MB  handles %5d  threads %4d",
                residentMegabytes,
                heapMegabytes,
                handles,
                threads);
    }
}
