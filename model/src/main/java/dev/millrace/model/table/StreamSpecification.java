package dev.millrace.model.table;

import dev.millrace.model.stream.StreamViewType;

import org.jspecify.annotations.Nullable;

/// A table's stream setting as clients write it: on or off, and what its records show.
public record StreamSpecification(boolean streamEnabled, @Nullable StreamViewType streamViewType) {}
