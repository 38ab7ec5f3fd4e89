package dev.millrace.store.tuple;

import dev.millrace.store.StoreException;

import java.util.HexFormat;

/// Bytes that are not the encoding of the tuple that was expected: corrupt data, or a reader that
/// expects other elements.
public final class MalformedTupleException extends StoreException {

    MalformedTupleException(String message, byte[] tuple, int position) {
        super(message);
        with("tuple", HexFormat.of().formatHex(tuple)).with("position", position);
    }
}
