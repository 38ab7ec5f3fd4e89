package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.operation.IndexShape;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A secondary index, made anew from the table whenever it is read (source: dynamodb-api reference,
/// sections 7.1, 9 and 10).
record ReferenceIndex(ReferenceTable table, IndexShape shape) {
    /// The items of the table that have an entry, by the sort key of the index; equal ones in the
    /// order of the table's key.
    List<Map<String, AttributeValue>> items() {
        return table.items().stream()
                .filter(item -> entry(item) != null)
                .sorted(this::bySort)
                .toList();
    }

    /// What the index holds of an item, or null.
    @Nullable Map<String, AttributeValue> entry(Map<String, AttributeValue> item) {
        return shape.entryOf(table.keySchema(), item);
    }

    /// Checks that a global index holds what is to be shown. What a local one does not hold comes
    /// from the table.
    void requireShown(List<DocumentPath> projection) {
        if (shape.kind() == IndexKind.GLOBAL
                && !projection.stream().allMatch(path -> holds(path.attribute()))) {
            throw ApiException.validation("Global secondary index does not project");
        }
    }

    /// Checks that the filter of a query looks at nothing but what the index holds beside its key.
    void requireFilter(@Nullable Condition filter) {
        ReferenceFilter.requireAttributes(
                filter, name -> holds(name) && !shape.keySchema().contains(name));
    }

    /// Checks what is to be stored: where the index has its key is nothing, or what can be a key.
    ///
    /// @param names the attributes that are written
    void requireStorable(Map<String, AttributeValue> item, Collection<String> names) {
        for (KeyAttribute attribute : shape.keySchema().attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value != null
                    && names.contains(attribute.name())
                    && !IndexShape.canBeKey(attribute, value)) {
                throw ApiException.validation("Type mismatch for Index Key");
            }
        }
    }

    private boolean holds(String name) {
        return shape.holds(table.keySchema(), name);
    }

    private int bySort(Map<String, AttributeValue> left, Map<String, AttributeValue> right) {
        for (KeyAttribute attribute : shape.keySchema().sortKeys()) {
            AttributeValue one = left.get(attribute.name());
            AttributeValue other = right.get(attribute.name());
            if (one == null || other == null) {
                throw new IllegalStateException("entry without its sort key");
            }
            int order = ValueOrder.compare(one, other).orElseThrow();
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
