package dev.millrace.engine.insight;

import java.util.Comparator;
import java.util.List;

/// A key and how much it contributed.
///
/// @param key the values of the attributes of the partition key and, if they count, of the sort key
/// @param count thousandths of a unit for accesses, of a request for throttled ones
/// @param tooHigh by how much `count` may be too high at most
/// @param tooLow by how much `count` may be too low at most
public record Contributor(List<String> key, long count, long tooHigh, long tooLow) {
    /// The greatest first, equal ones by their keys.
    static final Comparator<Contributor> ORDER =
            Comparator.comparingLong(Contributor::count)
                    .reversed()
                    .thenComparing(each -> String.join("\0", each.key()));
}
