package dev.millrace.cli.demo.git;

import java.util.Optional;

/// A file's content, or only its size where the content is too much.
///
/// @param size bytes
/// @param content the bytes, to be left unchanged; empty if there are more than the reader wanted
public record GitBlob(long size, Optional<byte[]> content) {}
