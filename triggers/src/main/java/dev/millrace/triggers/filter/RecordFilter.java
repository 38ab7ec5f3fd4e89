package dev.millrace.triggers.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

import software.amazon.event.ruler.Machine;

import java.io.IOException;
import java.util.List;

/// The filters of a mapping: a record passes if it matches any of them, or if there are none. Safe
/// for many threads.
public final class RecordFilter {
    private final @Nullable Machine machine;

    private RecordFilter(@Nullable Machine machine) {
        this.machine = machine;
    }

    /// The filter with these patterns.
    ///
    /// @throws ApiException `InvalidParameterValueException` if one is not a pattern
    public static RecordFilter of(List<String> patterns) {
        if (patterns.isEmpty()) {
            return new RecordFilter(null);
        }
        Machine machine = Machine.builder().build();
        for (int i = 0; i < patterns.size(); i++) {
            add(machine, Integer.toString(i), patterns.get(i));
        }
        return new RecordFilter(machine);
    }

    /// Whether the record passes.
    ///
    /// @param json the record as the event shows it
    public boolean passes(Binary json) {
        return machine == null || isMatched(machine, new String(json.bytes(), UTF_8));
    }

    private static void add(Machine machine, String name, String pattern) {
        try {
            machine.addRule(name, pattern);
            if (machine.isEmpty()) {
                throw invalid();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    // The engine declares that it throws anything, but does so for broken JSON alone, and records
    // are our own.
    private static boolean isMatched(Machine machine, String json) {
        try {
            return !machine.rulesForJSONEvent(json).isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException("a record could not be matched", e);
        }
    }

    private static ApiException invalid() {
        return new ApiException(
                ApiError.INVALID_PARAMETER_VALUE, "Invalid filter pattern definition.");
    }
}
