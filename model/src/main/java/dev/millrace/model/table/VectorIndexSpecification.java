package dev.millrace.model.table;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A vector index as clients ask for it.
///
/// @param vectorAttribute the name of the attribute that holds an item's vector
/// @param searchSchema null if the request left it out
/// @param dimensions how many numbers a vector has, as asked for
public record VectorIndexSpecification(
        String indexName,
        String vectorAttribute,
        @Nullable List<SearchSchemaElement> searchSchema,
        IndexProjection projection,
        long dimensions,
        VectorDistanceFunction distanceFunction) {}
