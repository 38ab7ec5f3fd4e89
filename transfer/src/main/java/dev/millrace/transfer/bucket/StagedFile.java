package dev.millrace.transfer.bucket;

import java.nio.file.Path;

/// A file on this machine that is to become an object.
///
/// @param sha256 of its bytes, in hexadecimal digits
public record StagedFile(Path path, String sha256) {}
