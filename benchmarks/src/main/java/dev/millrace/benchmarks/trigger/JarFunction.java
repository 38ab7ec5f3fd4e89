package dev.millrace.benchmarks.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.FunctionTarget;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.instance.InstancePool;
import dev.millrace.triggers.function.instance.PoolLimits;
import dev.millrace.triggers.function.instance.PooledFunction;
import dev.millrace.triggers.function.jar.JarCode;
import dev.millrace.triggers.function.jar.JarInstance;
import dev.millrace.triggers.function.jar.JarSurroundings;
import dev.millrace.triggers.function.log.FunctionLogs;

import org.joda.time.DateTime;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/// [CountingHandler] as a function in a jar, as a server runs it.
final class JarFunction implements AutoCloseable {
    private static final long LOG_BYTES_MAX = 5 << 20;
    private static final int MEGABYTES = 512;

    private final InstancePool pool =
            new InstancePool(
                    PoolLimits.DEFAULT, System::nanoTime, Thread.ofPlatform().daemon().factory());
    private final FunctionLogs logs;

    JarFunction(Path directory) {
        logs =
                new FunctionLogs(
                        directory, LOG_BYTES_MAX, InstantSource.system(), JarFunction::fail);
    }

    /// The function; what it says that it was given is added to `counted`.
    FunctionTarget counting(LongAdder counted) {
        JarCode code =
                new JarCode(
                        List.of(
                                placeOf(CountingHandler.class),
                                placeOf(DynamodbEvent.class),
                                placeOf(DateTime.class)),
                        CountingHandler.class.getName());
        JarSurroundings surroundings =
                new JarSurroundings(
                        logs,
                        System::nanoTime,
                        () -> UUID.randomUUID().toString().replace("-", ""),
                        Thread.ofPlatform().daemon().factory(),
                        JarFunction::fail);
        FunctionTarget handler =
                new PooledFunction(
                        plan(code), plan -> new JarInstance(plan, code, surroundings), pool);
        return invocation -> {
            Outcome outcome = handler.invoke(invocation);
            if (!(outcome instanceof Outcome.Answered(var body))) {
                throw new IllegalStateException("the handler did not answer: " + outcome);
            }
            counted.add(Long.parseLong(new String(body.bytes(), UTF_8)));
            return new Outcome.Answered(Binary.of(new byte[0]));
        };
    }

    @Override
    public void close() {
        pool.close();
        logs.close();
    }

    private static void fail(String what, Throwable cause) {
        throw new IllegalStateException(what, cause);
    }

    private static FunctionPlan plan(JarCode code) {
        return new FunctionPlan(
                "count",
                "1",
                "java25",
                code.handler(),
                "arn:aws:iam::000000000000:role/count",
                Duration.ofMinutes(1),
                MEGABYTES,
                Map.of(),
                null);
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class has no place", e);
        }
    }
}
