package dev.millrace.triggers.function.instance;

/// How a copy of a function is started.
@FunctionalInterface
public interface InstanceStarter {
    /// Starts a copy; what goes wrong is told by its first invocation.
    Instance start(FunctionPlan plan);
}
