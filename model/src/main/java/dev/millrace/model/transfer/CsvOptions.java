package dev.millrace.model.transfer;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How comma-separated values are read.
///
/// @param delimiter one character; null for a comma
/// @param headerList the names of the columns; null if the first line of each object has them
public record CsvOptions(@Nullable String delimiter, @Nullable List<String> headerList) {}
