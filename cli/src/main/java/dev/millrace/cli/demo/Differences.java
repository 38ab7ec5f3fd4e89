package dev.millrace.cli.demo;

import java.util.ArrayList;
import java.util.List;

/// What was found not to be as it should: how much, and the first few in words. For one thread.
final class Differences {

    /// How many are kept in words.
    static final int SHOWN_MAX = 5;

    private final List<String> shown = new ArrayList<>();
    private long count;

    void add(String difference) {
        count++;
        if (shown.size() < SHOWN_MAX) {
            shown.add(difference);
        }
    }

    /// How many there are.
    long count() {
        return count;
    }

    /// The first few in words.
    List<String> shown() {
        return List.copyOf(shown);
    }
}
