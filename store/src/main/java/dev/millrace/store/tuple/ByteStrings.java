package dev.millrace.store.tuple;

/// The bytes that give a byte string its end and keep zero bytes inside it apart from that end.
final class ByteStrings {

    /// The byte that begins an escaped zero byte as well as the end mark.
    static final byte ZERO = 0x00;

    /// What follows {@link #ZERO} in an escaped zero byte.
    static final byte ESCAPED = (byte) 0xFF;

    /// What follows {@link #ZERO} in the end mark. Smaller than {@link #ESCAPED}, so the shorter
    /// string sorts first.
    static final byte END = 0x00;

    private ByteStrings() {}
}
