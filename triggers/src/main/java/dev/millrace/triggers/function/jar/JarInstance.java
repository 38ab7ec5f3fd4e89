package dev.millrace.triggers.function.jar;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.ErrorPayload;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.instance.Instance;
import dev.millrace.triggers.function.log.InstanceLog;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A handler that was loaded from its jar, with a thread for each invocation.
///
/// A handler that runs out of time is interrupted; since nothing can force it to end, its class
/// loader is closed and never used again, and it may go on by itself for as long as it likes.
public final class JarInstance implements Instance {
    private static final Outcome STOPPED = new Outcome.NotReady("the function was stopped");

    private final FunctionPlan plan;
    private final JarCode code;
    private final JarSurroundings surroundings;
    private final InstanceLog log;
    private volatile boolean usable = true;
    private @Nullable HandlerClassLoader loader;
    private @Nullable Handler handler;
    private volatile @Nullable Thread running;

    /// A copy of the function that loads its classes with the first invocation.
    public JarInstance(FunctionPlan plan, JarCode code, JarSurroundings surroundings) {
        this.plan = plan;
        this.code = code;
        this.surroundings = surroundings;
        this.log =
                new InstanceLog(
                        surroundings.logs().of(plan.name()),
                        surroundings.newName().get(),
                        plan.memoryMegabytes());
    }

    @Override
    public Outcome invoke(Invocation invocation) {
        long begun = surroundings.nanoTime().getAsLong();
        log.start(invocation);
        CompletableFuture<Outcome> done = new CompletableFuture<>();
        Thread thread =
                surroundings.threads().newThread(() -> done.complete(run(invocation, begun)));
        running = thread;
        thread.start();
        try {
            return done.get(plan.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            close();
            Outcome late = ErrorPayload.timedOut(invocation.requestId(), plan.timeout().toMillis());
            log.line(invocation.requestId() + " Task timed out");
            return late;
        } catch (InterruptedException _) {
            close();
            Thread.currentThread().interrupt();
            return STOPPED;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run of a handler has always an outcome", e);
        } finally {
            running = null;
            long took = surroundings.nanoTime().getAsLong() - begun;
            log.end(invocation, Duration.ofNanos(took), null, 0);
        }
    }

    // Whatever the handler throws is its answer.
    private Outcome run(Invocation invocation, long begun) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            Handler ready = ready();
            Thread.currentThread().setContextClassLoader(loader);
            ready.handle(
                    new ByteArrayInputStream(invocation.payload().bytes()),
                    answer,
                    new JarContext(invocation, plan, log, () -> remaining(begun)));
        } catch (InvocationTargetException e) {
            usable = false;
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            usable = false;
            return failed(e);
        } catch (Exception | StackOverflowError | AssertionError e) {
            return failed(e);
        }
        return answer.size() > Invocation.PAYLOAD_BYTES_MAX
                ? ErrorPayload.failure(
                        "Function.ResponseSizeTooLarge",
                        "Response payload size exceeded maximum allowed payload size ("
                                + Invocation.PAYLOAD_BYTES_MAX
                                + " bytes).")
                : new Outcome.Answered(Binary.of(answer.toByteArray()));
    }

    private Handler ready() throws ReflectiveOperationException {
        Handler loaded = handler;
        if (loaded == null) {
            ClassLoader server = JarInstance.class.getClassLoader();
            HandlerClassLoader opened = new HandlerClassLoader(urls(), server);
            loader = opened;
            Thread.currentThread().setContextClassLoader(opened);
            loaded = HandlerLoading.load(code.className(), opened);
            handler = loaded;
        }
        return loaded;
    }

    private URL[] urls() {
        return code.jars().stream().map(JarInstance::url).toArray(URL[]::new);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("every file has a URL", e);
        }
    }

    private Outcome failed(Throwable thrown) {
        String payload = ErrorPayload.json(thrown);
        log.line(payload);
        return new Outcome.Failed(FunctionError.unhandled(payload));
    }

    private long remaining(long begun) {
        long left = plan.timeout().toNanos() - (surroundings.nanoTime().getAsLong() - begun);
        return TimeUnit.NANOSECONDS.toMillis(left);
    }

    @Override
    public boolean isUsable() {
        return usable;
    }

    @Override
    public void close() {
        usable = false;
        Thread thread = running;
        if (thread != null) {
            thread.interrupt();
        }
        HandlerClassLoader opened = loader;
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                surroundings.failures().accept("a jar of a function was not closed", e);
            }
        }
    }
}
