package dev.millrace.server.control;

/// What is wrong with a control request: an HTTP status and one sentence.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String sentence;

    private Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
        this.sentence = message;
    }

    /// The request makes no sense.
    static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    /// What the request names is not there.
    static Refusal notFound(String message) {
        return new Refusal(404, message);
    }

    /// The path is there, but not for this method.
    static Refusal methodNotAllowed(String message) {
        return new Refusal(405, message);
    }

    /// The server is not in a state in which the request makes sense.
    static Refusal conflict(String message) {
        return new Refusal(409, message);
    }

    /// The body is larger than any that makes sense.
    static Refusal tooLarge(String message) {
        return new Refusal(413, message);
    }

    /// The server cannot do now what it is asked for.
    static Refusal unavailable(String message) {
        return new Refusal(503, message);
    }

    int status() {
        return status;
    }

    String sentence() {
        return sentence;
    }
}
