package dev.millrace.model.table;

import org.jspecify.annotations.Nullable;

/// A table's warm throughput as clients ask for it; what is null stays as it is.
public record WarmThroughputSpecification(
        @Nullable Long readUnitsPerSecond, @Nullable Long writeUnitsPerSecond) {}
