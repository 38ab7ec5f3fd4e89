package dev.millrace.triggers.function.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A process and all that it started.
final class ProcessTree {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private ProcessTree() {}

    /// Ends them all by force, the first one first, so that it cannot start more. They are gone
    /// when this returns, unless the operating system takes uncommonly long.
    static void end(ProcessHandle root) {
        List<ProcessHandle> all = new ArrayList<>(List.of(root));
        all.addAll(root.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(
                        all.stream()
                                .filter(ProcessHandle::isAlive)
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
