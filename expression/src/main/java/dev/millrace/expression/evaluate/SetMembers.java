package dev.millrace.expression.evaluate;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Union and difference of attribute values that are sets.
final class SetMembers {
    private SetMembers() {}

    /// The set with the members of both.
    static AttributeValue union(AttributeValue set, AttributeValue more) {
        return switch (set) {
            case AttributeValue.SS(var members) when more instanceof AttributeValue.SS(var added) ->
                    AttributeValue.SS.of(joined(members, added));
            case AttributeValue.NS(var members) when more instanceof AttributeValue.NS(var added) ->
                    AttributeValue.NS.of(joined(members, added));
            case AttributeValue.BS(var members) when more instanceof AttributeValue.BS(var added) ->
                    AttributeValue.BS.of(joined(members, added));
            case AttributeValue _ -> throw UpdateFaults.wrongType();
        };
    }

    /// The set without the members of the other, or null if none are left.
    static @Nullable AttributeValue difference(AttributeValue set, AttributeValue less) {
        return switch (set) {
            case AttributeValue.SS(var members)
                    when less instanceof AttributeValue.SS(var gone) -> {
                Set<String> left = remaining(members, gone);
                yield left.isEmpty() ? null : AttributeValue.SS.of(left);
            }
            case AttributeValue.NS(var members)
                    when less instanceof AttributeValue.NS(var gone) -> {
                var left = remaining(members, gone);
                yield left.isEmpty() ? null : AttributeValue.NS.of(left);
            }
            case AttributeValue.BS(var members)
                    when less instanceof AttributeValue.BS(var gone) -> {
                var left = remaining(members, gone);
                yield left.isEmpty() ? null : AttributeValue.BS.of(left);
            }
            case AttributeValue _ -> throw UpdateFaults.wrongType();
        };
    }

    private static <T> Set<T> joined(Collection<T> members, Collection<T> added) {
        Set<T> all = new LinkedHashSet<>(members);
        all.addAll(added);
        return all;
    }

    private static <T> Set<T> remaining(Collection<T> members, Collection<T> gone) {
        Set<T> left = new LinkedHashSet<>(members);
        left.removeAll(new LinkedHashSet<>(gone));
        return left;
    }
}
