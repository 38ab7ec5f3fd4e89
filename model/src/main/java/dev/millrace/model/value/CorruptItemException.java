package dev.millrace.model.value;

/// Stored bytes that are no item: a fault of the store or of ours, never of the client.
public final class CorruptItemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CorruptItemException(String message) {
        super(message);
    }

    static CorruptItemException unknownCode(byte code) {
        return new CorruptItemException("item has a value of unknown code " + code);
    }
}
