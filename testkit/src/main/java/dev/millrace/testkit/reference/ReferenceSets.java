package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.AttributeValue.BS;
import dev.millrace.model.value.AttributeValue.N;
import dev.millrace.model.value.AttributeValue.NS;
import dev.millrace.model.value.AttributeValue.SS;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// The actions ADD and DELETE on one value.
final class ReferenceSets {
    private ReferenceSets() {}

    /// What ADD makes of a value, which is null if there is none.
    ///
    /// @throws ApiException if the types differ
    static AttributeValue add(@Nullable AttributeValue old, AttributeValue operand) {
        if (old == null) {
            return operand;
        }
        if (old instanceof N(var a) && operand instanceof N(var b)) {
            return ReferenceNumbers.sum(a, b);
        }
        if (old instanceof SS(var a) && operand instanceof SS(var b)) {
            return SS.of(union(a, b));
        }
        if (old instanceof NS(var a) && operand instanceof NS(var b)) {
            return NS.of(union(a, b));
        }
        if (old instanceof BS(var a) && operand instanceof BS(var b)) {
            return BS.of(union(a, b));
        }
        throw ReferenceSetValue.incorrectType();
    }

    /// What DELETE leaves of a set, which is null if there is none; null if nothing is left.
    ///
    /// @throws ApiException if the types differ
    static @Nullable AttributeValue delete(@Nullable AttributeValue old, AttributeValue members) {
        if (old == null) {
            return null;
        }
        if (old instanceof SS(var a) && members instanceof SS(var b)) {
            Set<String> rest = difference(a, b);
            return rest.isEmpty() ? null : SS.of(rest);
        }
        if (old instanceof NS(var a) && members instanceof NS(var b)) {
            var rest = difference(a, b);
            return rest.isEmpty() ? null : NS.of(rest);
        }
        if (old instanceof BS(var a) && members instanceof BS(var b)) {
            var rest = difference(a, b);
            return rest.isEmpty() ? null : BS.of(rest);
        }
        throw ReferenceSetValue.incorrectType();
    }

    private static <T> Set<T> union(Collection<T> left, Collection<T> right) {
        Set<T> all = new LinkedHashSet<>(left);
        all.addAll(right);
        return all;
    }

    private static <T> Set<T> difference(Collection<T> left, Collection<T> right) {
        Set<T> rest = new LinkedHashSet<>(left);
        right.forEach(rest::remove);
        return rest;
    }
}
