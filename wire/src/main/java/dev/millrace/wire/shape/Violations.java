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

    private static final int NONE = -1;

    private final List<String> listed = new ArrayList<>();
    private final boolean listsOneChoice;
    private final boolean isOlder;
    private int choice = NONE;
    private boolean isMissing;
    private @Nullable String alone;

    Violations(boolean listsOneChoice, boolean isOlder) {
        this.listsOneChoice = listsOneChoice;
        this.isOlder = isOlder;
    }

    /// Whether the request is checked by AWS's older rules: each violation tells the value and its
    /// place, and all are listed (public captures, 9 October 2026).
    public boolean isOlder() {
        return isOlder;
    }

    /// The text of a single violation that stands for itself.
    public static String enveloped(String violation) {
        return "1 validation error detected: " + violation;
    }

    /// Adds a violation that shows the value, or as much of it as fits an answer.
    public void add(Object value, String path, String constraint) {
        if (listed.size() < LISTED_MAX) {
            add(of(value, path, constraint));
        }
    }

    /// Adds a violation of an enumeration, of which some operations list no more than one.
    public void addChoice(Object value, String path, String constraint) {
        if (!listsOneChoice || choice == NONE) {
            choice = listed.size();
            add(value, path, constraint);
        }
    }

    /// Adds a violation of an enumeration that the present rules word without value and place.
    /// Where no more than one is listed, it takes the place of any other.
    public void addPresentChoice(String constraint) {
        String violation = "Failed to satisfy constraint: " + constraint;
        if (listsOneChoice && choice != NONE) {
            listed.set(choice, violation);
        } else {
            choice = listed.size();
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
        isMissing = true;
        add("Value null at '" + path + "' failed to satisfy constraint: Member must not be null");
    }

    boolean isMissing() {
        return isMissing;
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

    /// The text of a violation that shows the value.
    public static String of(Object value, String path, String constraint) {
        return "Value '"
                + Echo.of(value)
                + "' at '"
                + Echo.of(path)
                + "' failed to satisfy constraint: "
                + constraint;
    }
}
