package dev.millrace.triggers.function.process;

import dev.millrace.triggers.function.ErrorPayload;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.instance.Instance;
import dev.millrace.triggers.function.log.InstanceLog;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/// A function in a process of its own.
///
/// The thread that invokes it waits for the answer and meanwhile watches time and memory. Whatever
/// goes wrong with the process, its end, a late answer, too much memory, ends the session with an
/// outcome, and the process with all that it started; such a copy is not used again.
final class ProcessInstance implements Instance {
    /// How long a process may take until it asks for its first invocation, beyond the time that the
    /// invocation may take.
    static final Duration INIT_MAX = Duration.ofSeconds(10);

    private static final Duration WATCH_PERIOD = Duration.ofMillis(50);
    private static final Outcome STOPPED = new Outcome.NotReady("the function was stopped");

    private final FunctionPlan plan;
    private final ProcessSurroundings surroundings;
    private final InstanceLog log;
    private final RuntimeSession session;
    private final LaunchedProcess launched;
    private final long startedNanos;
    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean hasReportedInit;
    private long memoryPeak;
    private long measuredNanos;

    ProcessInstance(
            FunctionPlan plan,
            ProcessSurroundings surroundings,
            InstanceLog log,
            RuntimeSession session,
            LaunchedProcess launched) {
        this.plan = plan;
        this.surroundings = surroundings;
        this.log = log;
        this.session = session;
        this.launched = launched;
        this.startedNanos = surroundings.nanoTime().getAsLong();
    }

    @Override
    public Outcome invoke(Invocation invocation) {
        String trace = Objects.requireNonNullElseGet(invocation.traceId(), surroundings::newTrace);
        Task task = new Task(invocation, trace);
        log.start(invocation);
        long givenNanos = surroundings.nanoTime().getAsLong();
        session.give(task);
        try {
            Outcome outcome = watch(task, givenNanos);
            report(task, givenNanos);
            return outcome;
        } catch (InterruptedException _) {
            close();
            Thread.currentThread().interrupt();
            return STOPPED;
        }
    }

    private Outcome watch(Task task, long givenNanos) throws InterruptedException {
        String id = task.invocation().requestId();
        while (true) {
            Outcome outcome = task.await(WATCH_PERIOD);
            measure();
            if (outcome != null) {
                return outcome;
            }
            if (memoryPeak > (long) plan.memoryMegabytes() << 20) {
                abort(
                        LaunchedProcess.exited(id, "with error: signal: killed"),
                        "Runtime.OutOfMemory");
            } else if (isLate(task, givenNanos)) {
                log.line(id + " Task timed out after " + seconds() + " seconds");
                abort(ErrorPayload.timedOut(id, plan.timeout().toMillis()), "Sandbox.Timedout");
            }
        }
    }

    // Short invocations share one look.
    private void measure() {
        ProcessHandle process = launched.handle();
        long now = surroundings.nanoTime().getAsLong();
        boolean isDue = memoryPeak == 0 || now - measuredNanos >= WATCH_PERIOD.toNanos();
        if (process != null && isDue) {
            measuredNanos = now;
            memoryPeak = Math.max(memoryPeak, surroundings.memory().bytes(process));
        }
    }

    private boolean isLate(Task task, long givenNanos) {
        Long begun = task.begunNanos();
        long now = surroundings.nanoTime().getAsLong();
        long timeout = plan.timeout().toNanos();
        return begun == null
                ? now - givenNanos > timeout + INIT_MAX.toNanos()
                : now - begun > timeout;
    }

    private void abort(Outcome outcome, String why) {
        log.line("Status: error\tError Type: " + why);
        session.end(_ -> outcome);
        close();
    }

    private void report(Task task, long givenNanos) {
        launched.drain();
        Long ready = session.readyNanos();
        Long begun = task.begunNanos();
        long now = surroundings.nanoTime().getAsLong();
        Duration init = null;
        if (ready != null && !hasReportedInit) {
            hasReportedInit = true;
            init = Duration.ofNanos(ready - startedNanos);
        }
        Duration took = Duration.ofNanos(now - (begun == null ? givenNanos : begun));
        log.end(task.invocation(), took, init, memoryPeak);
    }

    private String seconds() {
        long millis = plan.timeout().toMillis();
        return "%d.%02d".formatted(millis / 1_000, millis % 1_000 / 10);
    }

    @Override
    public boolean isUsable() {
        return !session.isOver();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            session.end(_ -> STOPPED);
            launched.close();
        }
    }
}
