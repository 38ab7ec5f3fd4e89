package dev.millrace.triggers.function.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.LogTail;
import dev.millrace.triggers.function.instance.FunctionPlan;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What one copy of a function logs: its own lines, and those that Lambda puts around each
/// invocation. Safe for many threads.
public final class InstanceLog {
    private static final double NANOS_A_MILLI = 1e6;

    private final FunctionLog log;
    private final String copy;
    private final int memoryMegabytes;
    private volatile @Nullable LogTail tail;

    /// @param copy the name of the copy
    /// @param memoryMegabytes what the copy may take up
    public InstanceLog(FunctionLog log, String copy, int memoryMegabytes) {
        this.log = log;
        this.copy = copy;
        this.memoryMegabytes = memoryMegabytes;
    }

    /// The name of the copy.
    public String copy() {
        return copy;
    }

    /// Adds lines that the function wrote.
    public void append(byte[] text) {
        LogTail taker = tail;
        if (taker != null) {
            taker.append(text);
        }
        log.append(copy, text);
    }

    /// Adds a line.
    public void line(String text) {
        append((text + "\n").getBytes(UTF_8));
    }

    /// Notes that an invocation begins: what follows belongs to it.
    public void start(Invocation invocation) {
        tail = invocation.logTail();
        line("START RequestId: " + invocation.requestId() + " Version: " + FunctionPlan.VERSION);
    }

    /// Notes that an invocation has ended.
    ///
    /// @param init how long the copy took to be ready; null if it has been before
    /// @param memoryBytes the most memory that was seen to be taken up; 0 if nobody looked
    public void end(
            Invocation invocation, Duration took, @Nullable Duration init, long memoryBytes) {
        String id = "RequestId: " + invocation.requestId();
        double millis = took.toNanos() / NANOS_A_MILLI;
        StringBuilder report = new StringBuilder();
        report.append("END ").append(id).append("\nREPORT ").append(id);
        report.append("\tDuration: %.2f ms".formatted(millis));
        report.append("\tBilled Duration: %.0f ms".formatted(Math.ceil(millis)));
        report.append("\tMemory Size: ").append(memoryMegabytes).append(" MB");
        if (memoryBytes > 0) {
            long megabytes = Math.ceilDiv(memoryBytes, 1 << 20);
            report.append("\tMax Memory Used: ").append(megabytes).append(" MB");
        }
        if (init != null) {
            report.append("\tInit Duration: %.2f ms".formatted(init.toNanos() / NANOS_A_MILLI));
        }
        line(report.append('\t').toString());
        tail = null;
    }
}
