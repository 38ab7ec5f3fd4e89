package dev.millrace.bench.load;

/// One request.
public final class Request {
    private final int operation;
    private final byte[] body;

    /// @param operation which of its source's operations it is for, counted from 0
    /// @param body the body, which its source may change once it is asked for the next one
    public Request(int operation, byte[] body) {
        this.operation = operation;
        this.body = body;
    }

    /// Which of its source's operations it is for.
    public int operation() {
        return operation;
    }

    /// The body, until its source is asked for the next one.
    public byte[] body() {
        return body;
    }
}
