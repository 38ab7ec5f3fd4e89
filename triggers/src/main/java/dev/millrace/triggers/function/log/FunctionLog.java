package dev.millrace.triggers.function.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/// The log of one function: a file of lines, each with its moment and the copy of the function that
/// wrote it. A file that is full is put aside in place of the one before it. Safe for many threads.
///
/// Lines of a copy that cannot be written are lost, and the server's own log tells of it: no
/// invocation fails for its log.
public final class FunctionLog {
    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final Path file;
    private final long bytesMax;
    private final InstantSource clock;
    private final BiConsumer<String, Throwable> failures;
    private final AtomicBoolean closed;
    private long size = -1;

    FunctionLog(
            Path file,
            long bytesMax,
            InstantSource clock,
            BiConsumer<String, Throwable> failures,
            AtomicBoolean closed) {
        this.file = file;
        this.bytesMax = bytesMax;
        this.clock = clock;
        this.failures = failures;
        this.closed = closed;
    }

    /// Adds lines.
    ///
    /// @param copy which copy of the function wrote them
    /// @param text the lines, each with its end
    public void append(String copy, byte[] text) {
        if (closed.get()) {
            return;
        }
        byte[] bytes = withMoments(copy, text);
        synchronized (this) {
            try {
                write(bytes);
            } catch (IOException e) {
                failures.accept("lines of a function's log were lost", e);
            }
        }
    }

    synchronized void delete() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(earlier());
            size = -1;
        } catch (IOException e) {
            failures.accept("a function's log was not removed", e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        if (size < 0) {
            size = Files.exists(file) ? Files.size(file) : 0;
        }
        if (size > 0 && size + bytes.length > bytesMax) {
            Files.move(file, earlier(), StandardCopyOption.REPLACE_EXISTING);
            size = 0;
        }
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size += bytes.length;
    }

    private Path earlier() {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    private byte[] withMoments(String copy, byte[] text) {
        byte[] prefix = (MOMENT.format(clock.instant()) + " " + copy + " ").getBytes(UTF_8);
        ByteArrayOutputStream lines = new ByteArrayOutputStream(text.length + 4 * prefix.length);
        int begin = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines.writeBytes(prefix);
                lines.write(text, begin, i + 1 - begin);
                begin = i + 1;
            }
        }
        if (begin < text.length) {
            lines.writeBytes(prefix);
            lines.write(text, begin, text.length - begin);
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
