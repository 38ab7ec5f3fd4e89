package dev.millrace.triggers.function.process;

import dev.millrace.triggers.function.log.FunctionLogs;
import dev.millrace.triggers.function.role.RoleCredentials;
import dev.millrace.triggers.mapping.LambdaNames;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Everything that processes of functions need from the process around them.
///
/// @param names the region and account that functions are told of
/// @param endpoint where functions reach the tables and streams
/// @param credentials makes the keys that functions sign with
/// @param workDirectory where running processes are noted and have their temporary files
/// @param runtimeDirectory where the bootstrap programs are
/// @param environment the variables of this process; a function sees only a few of them
/// @param clock the time as the functions see it too
/// @param threads makes virtual threads
/// @param failures is told of what went wrong through a fault of ours
public record ProcessSurroundings(
        LambdaNames names,
        URI endpoint,
        ProcessStarter starter,
        MemoryGauge memory,
        RoleCredentials credentials,
        FunctionLogs logs,
        Path workDirectory,
        Path runtimeDirectory,
        Map<String, String> environment,
        InstantSource clock,
        LongSupplier nanoTime,
        RandomGenerator random,
        ThreadFactory threads,
        BiConsumer<String, Throwable> failures) {
    /// A name that nothing else has.
    String newName() {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }

    /// A trace of its own for an invocation, in the form of X-Ray's header.
    String newTrace() {
        return "Root=1-%08x-%08x%016x;Parent=%016x;Sampled=0"
                .formatted(
                        clock.instant().getEpochSecond(),
                        random.nextInt(),
                        random.nextLong(),
                        random.nextLong());
    }
}
