package dev.millrace.triggers.function.instance;

import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.function.FunctionTarget;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;

/// A function that runs on this machine, in copies from the pool.
public final class PooledFunction implements FunctionTarget {
    private final FunctionPlan plan;
    private final InstanceStarter starter;
    private final InstancePool pool;

    public PooledFunction(FunctionPlan plan, InstanceStarter starter, InstancePool pool) {
        this.plan = plan;
        this.starter = starter;
        this.pool = pool;
    }

    /// What it is.
    public FunctionPlan plan() {
        return plan;
    }

    @Override
    public Outcome invoke(Invocation invocation) {
        try {
            return call(invocation);
        } catch (ApiException e) {
            return new Outcome.NotReady(String.valueOf(e.getMessage()));
        }
    }

    /// Invokes the function as [#invoke] does.
    ///
    /// @throws ApiException if there are too many invocations at the time, or no code to run
    public Outcome call(Invocation invocation) {
        try {
            Instance instance = pool.acquire(plan, starter);
            try {
                return instance.invoke(invocation);
            } finally {
                pool.release(plan, instance);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.NotReady("the server is stopping");
        }
    }
}
