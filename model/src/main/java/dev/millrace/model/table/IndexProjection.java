package dev.millrace.model.table;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The attributes that an index holds of each item.
///
/// @param projectionType null only in a request that left it out
/// @param nonKeyAttributes the names to hold beside the keys, for INCLUDE alone; null if a request
///   left them out
public record IndexProjection(
        @Nullable ProjectionType projectionType, @Nullable List<String> nonKeyAttributes) {
    /// All attributes.
    public static final IndexProjection ALL = new IndexProjection(ProjectionType.ALL, null);
}
