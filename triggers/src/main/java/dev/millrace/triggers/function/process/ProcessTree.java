package dev.millrace.triggers.function.process;

import java.util.List;

/// A process and all that it started.
final class ProcessTree {
    private ProcessTree() {}

    /// Ends them all by force, the first one first, so that it cannot start more.
    static void end(ProcessHandle root) {
        List<ProcessHandle> children = root.descendants().toList();
        root.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
