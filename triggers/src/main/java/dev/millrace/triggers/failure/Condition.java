package dev.millrace.triggers.failure;

/// Why records were given up.
public enum Condition {
    RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"),
    RECORD_AGE_EXCEEDED("RecordAgeExceeded");

    private final String text;

    Condition(String text) {
        this.text = text;
    }

    /// The word of the failure record.
    public String text() {
        return text;
    }
}
