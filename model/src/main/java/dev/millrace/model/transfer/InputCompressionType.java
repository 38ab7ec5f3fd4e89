package dev.millrace.model.transfer;

/// How the objects that are to be imported are compressed.
public enum InputCompressionType {
    GZIP,
    ZSTD,
    NONE
}
