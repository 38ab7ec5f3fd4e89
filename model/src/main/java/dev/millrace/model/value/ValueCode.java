package dev.millrace.model.value;

/// The byte that opens each encoded value. These bytes are stored: they never change meaning.
public final class ValueCode {
    public static final byte STRING = 'S';
    public static final byte NUMBER = 'N';
    public static final byte BINARY = 'B';
    public static final byte STRING_SET = 's';
    public static final byte NUMBER_SET = 'n';
    public static final byte BINARY_SET = 'b';
    public static final byte TRUE = 'T';
    public static final byte FALSE = 'F';
    public static final byte NULL = '0';
    public static final byte LIST = 'L';
    public static final byte MAP = 'M';

    private ValueCode() {}
}
