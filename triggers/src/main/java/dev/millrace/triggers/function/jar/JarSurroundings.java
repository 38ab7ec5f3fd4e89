package dev.millrace.triggers.function.jar;

import dev.millrace.triggers.function.log.FunctionLogs;

import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Everything that functions in jars need from the process around them.
///
/// @param newName makes names that nothing else has
/// @param threads makes the threads that handlers run on; they must not keep the server from ending
/// @param failures is told of what went wrong through a fault of ours
public record JarSurroundings(
        FunctionLogs logs,
        LongSupplier nanoTime,
        Supplier<String> newName,
        ThreadFactory threads,
        BiConsumer<String, Throwable> failures) {}
