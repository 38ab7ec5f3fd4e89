package dev.millrace.triggers.run;

import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.mapping.MappingState;

import org.jspecify.annotations.Nullable;

/// A mapping in the registry: what it is now, and who runs it. Guarded by the registry's lock.
final class MappingEntry {
    final MappingStatus status = new MappingStatus();
    private EventSourceMapping mapping;
    private MappingState state;
    private @Nullable MappingRunner runner;

    MappingEntry(EventSourceMapping mapping) {
        this.mapping = mapping;
        this.state = settledState(mapping);
    }

    static MappingState settledState(EventSourceMapping mapping) {
        return mapping.settings().enabled() ? MappingState.ENABLED : MappingState.DISABLED;
    }

    EventSourceMapping mapping() {
        return mapping;
    }

    MappingState state() {
        return state;
    }

    @Nullable MappingRunner runner() {
        return runner;
    }

    MappingView view() {
        return view(state);
    }

    MappingView view(MappingState shown) {
        return new MappingView(mapping, shown, status.lastResult(), status.figures());
    }

    void change(EventSourceMapping next, MappingState transition) {
        mapping = next;
        state = transition;
    }

    void settle(@Nullable MappingRunner next) {
        runner = next;
        state = settledState(mapping);
    }
}
