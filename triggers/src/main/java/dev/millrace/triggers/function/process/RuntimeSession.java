package dev.millrace.triggers.function.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.ErrorPayload;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// The conversation with one runtime: it asks for its next invocation, answers it, and asks again
/// (lambda-esm reference, section 14). Safe for many threads; knows nothing of HTTP.
final class RuntimeSession {
    /// The most bytes that a function may answer.
    static final int RESPONSE_BYTES_MAX = (6 << 20) + 100;

    private final Duration timeout;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.STARTED;
    private @Nullable Task task;
    private @Nullable Function<String, Outcome> ending;
    private volatile @Nullable Long readyNanos;

    /// @param timeout how long an invocation may take
    RuntimeSession(Duration timeout, InstantSource clock, LongSupplier nanoTime) {
        this.timeout = timeout;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /// What the runtime is doing.
    enum State {
        STARTED("Started"),
        READY("Ready"),
        INVOKED("Running"),
        ANSWERED("InvocationResponse"),
        OVER("Over");

        private final String text;

        State(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /// Gives the runtime something to do; it gets it when it asks.
    void give(Task next) {
        lock.lock();
        try {
            Function<String, Outcome> over = ending;
            if (over != null) {
                next.end(over.apply(next.invocation().requestId()));
                return;
            }
            task = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The next invocation, once there is one.
    ///
    /// @throws RuntimeApiException if the one before has not been answered, or there is none to
    ///   come
    Task next() throws RuntimeApiException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (state == State.INVOKED) {
                throw RuntimeApiException.wrongTurn(state, "next");
            }
            if (readyNanos == null) {
                readyNanos = nanoTime.getAsLong();
            }
            enter(State.READY);
            while (state == State.READY && task == null) {
                changed.await();
            }
            Task found = task;
            if (state == State.OVER || found == null) {
                throw RuntimeApiException.over();
            }
            enter(State.INVOKED);
            found.begin(nanoTime.getAsLong(), clock.instant().plus(timeout));
            return found;
        } finally {
            lock.unlock();
        }
    }

    /// Takes the answer to an invocation.
    ///
    /// @param body null if it is larger than allowed
    /// @throws RuntimeApiException if the invocation is not under way
    void succeed(String id, @Nullable Binary body) throws RuntimeApiException {
        if (body == null) {
            answer(
                    id,
                    "response",
                    ErrorPayload.failure(
                            "Function.ResponseSizeTooLarge",
                            "Response payload size exceeded maximum allowed payload size ("
                                    + RESPONSE_BYTES_MAX
                                    + " bytes)."));
            throw RuntimeApiException.tooLarge();
        }
        answer(id, "response", new Outcome.Answered(body));
    }

    /// Takes the error that an invocation ended with.
    ///
    /// @throws RuntimeApiException as above
    void fail(String id, @Nullable String type, Binary body) throws RuntimeApiException {
        answer(id, "error", failed(type, body));
    }

    /// Takes the error that the runtime could not begin with.
    ///
    /// @throws RuntimeApiException if it has begun
    void failToStart(@Nullable String type, Binary body) throws RuntimeApiException {
        lock.lock();
        try {
            if (state != State.STARTED) {
                throw RuntimeApiException.wrongTurn(state, "init/error");
            }
        } finally {
            lock.unlock();
        }
        Outcome outcome = failed(type, body);
        end(_ -> outcome);
    }

    /// Ends the conversation. Only the first end counts.
    ///
    /// @param outcome what becomes of the invocation with an id that is under way, or given later
    void end(Function<String, Outcome> outcome) {
        lock.lock();
        try {
            if (ending == null) {
                ending = outcome;
                enter(State.OVER);
            }
            Task open = task;
            if (open != null) {
                task = null;
                open.end(outcome.apply(open.invocation().requestId()));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether it has ended.
    boolean isOver() {
        lock.lock();
        try {
            return state == State.OVER;
        } finally {
            lock.unlock();
        }
    }

    /// When the runtime asked for something to do for the first time; null if it has not yet.
    @Nullable Long readyNanos() {
        return readyNanos;
    }

    private void answer(String id, String call, Outcome outcome) throws RuntimeApiException {
        lock.lock();
        try {
            Task open = task;
            if (state != State.INVOKED || open == null) {
                throw RuntimeApiException.wrongTurn(state, call);
            }
            if (!open.invocation().requestId().equals(id)) {
                throw RuntimeApiException.unknownId(id);
            }
            task = null;
            enter(State.ANSWERED);
            open.end(outcome);
        } finally {
            lock.unlock();
        }
    }

    private void enter(State next) {
        if (state != State.OVER) {
            state = next;
        }
        changed.signalAll();
    }

    private static Outcome failed(@Nullable String type, Binary body) {
        if (body.length() > 0) {
            return new Outcome.Failed(FunctionError.unhandled(new String(body.bytes(), UTF_8)));
        }
        return ErrorPayload.failure(type == null ? "Function.Unknown" : type, "Unknown");
    }
}
