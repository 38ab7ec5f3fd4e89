package dev.millrace.wire.shape;

import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with a request by the service model, collected into one answer (dynamodb-api
/// reference, section 13.2).
public final class Violations {
    /// How many violations the answer lists at most.
    public static final int LISTED_MAX = 10;

    private final List<String> listed = new ArrayList<>();
    private final boolean listsOneChoice;
    private boolean choiceListed;
    private @Nullable String alone;

    Violations(boolean listsOneChoice) {
        this.listsOneChoice = listsOneChoice;
    }

    /// The text of a single violation that stands for itself.
    public static String enveloped(String violation) {
        return "1 validation error detected: " + violation;
    }

    /// Adds a violation that shows the value, or as much of it as fits an answer.
    public void add(Object value, String path, String constraint) {
        if (listed.size() < LISTED_MAX) {
            add(violation(value, path, constraint));
        }
    }

    /// Adds a violation of an enumeration, of which some operations list no more than one.
    public void addChoice(Object value, String path, String constraint) {
        addChoice(violation(value, path, constraint));
    }

    /// Adds a violation of an enumeration in words of its own.
    public void addChoice(String violation) {
        if (!listsOneChoice || !choiceListed) {
            choiceListed = true;
            add(violation);
        }
    }

    /// Adds a violation in words of its own.
    public void add(String violation) {
        if (listed.size() < LISTED_MAX) {
            listed.add(violation);
        }
    }

    /// Sets the whole text of the answer; no violations are listed then. The first one counts.
    public void answerOnly(String message) {
        if (alone == null) {
            alone = message;
        }
    }

    void addMissing(String path) {
        add("Value null at '" + path + "' failed to satisfy constraint: Member must not be null");
    }

    void throwIfAny() {
        if (alone != null) {
            throw ApiException.validation(alone);
        }
        if (!listed.isEmpty()) {
            String errors = listed.size() == 1 ? " validation error" : " validation errors";
            throw ApiException.validation(
                    listed.size() + errors + " detected: " + String.join("; ", listed));
        }
    }

    private static String violation(Object value, String path, String constraint) {
        return "Value '"
                + Echo.of(value)
                + "' at '"
                + Echo.of(path)
                + "' failed to satisfy constraint: "
                + constraint;
    }
}
