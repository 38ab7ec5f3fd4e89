package dev.millrace.conformance.api;

/// What becomes of a member of a request.
enum MemberState {
    /// It is read and does what it does on AWS, as far as docs/differences.md does not say more.
    WORKS("works"),

    /// A request that has it with a value is refused by name.
    REFUSED("refused with ValidationException"),

    /// It is passed over, as a member that the service does not know.
    PASSED_OVER("passed over");

    private final String text;

    MemberState(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
