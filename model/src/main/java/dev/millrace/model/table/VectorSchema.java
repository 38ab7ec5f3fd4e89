package dev.millrace.model.table;

import dev.millrace.model.key.KeyAttribute;

import java.util.List;

/// What makes an index one of vectors. The attribute that every search of it names, if there is
/// one, is the index's partition key.
///
/// @param attribute the name of the attribute that holds an item's vector, a list of numbers
/// @param dimensions how many numbers a vector has, from 1 to [#DIMENSIONS_MAX]
/// @param filters the attributes that a search may name as well, in the order they were given
public record VectorSchema(
        String attribute,
        int dimensions,
        VectorDistanceFunction distance,
        List<KeyAttribute> filters) {
    /// The most numbers of a vector.
    public static final int DIMENSIONS_MAX = 4_096;

    /// The most attributes that a search may name beside the one that it must.
    public static final int FILTERS_MAX = 18;
}
