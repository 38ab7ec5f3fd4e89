package dev.millrace.fuzz;

import dev.millrace.model.error.ApiException;

/// What targets check.
final class Promises {
    private Promises() {}

    /// A failure says what is wrong.
    static void hasText(RuntimeException failure) {
        String text = failure.getMessage();
        if (text == null || text.isBlank()) {
            throw new AssertionError("a failure without a text", failure);
        }
    }

    /// What is refused is refused as the client's fault.
    static void isOfClient(ApiException refusal) {
        if (refusal.error().httpStatus() / 100 != 4) {
            throw new AssertionError("refused with " + refusal.error(), refusal);
        }
    }
}
