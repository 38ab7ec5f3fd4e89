package dev.millrace.engine.throttle;

/// What capacity is counted for separately.
public enum Arm {
    READ("Read"),
    WRITE("Write");

    private final String word;

    Arm(String word) {
        this.word = word;
    }

    /// The word that throttling reasons use.
    String word() {
        return word;
    }
}
