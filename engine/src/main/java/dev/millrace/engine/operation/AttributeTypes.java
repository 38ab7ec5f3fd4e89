package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.SecondaryIndex;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The types that attribute definitions give to attributes, in the order of the definitions
/// (dynamodb-api reference, section 13.3; capture of 9 Oct 2026).
final class AttributeTypes {
    private final Map<String, ScalarType> types;

    private AttributeTypes(Map<String, ScalarType> types) {
        this.types = types;
    }

    /// The types that these definitions give.
    ///
    /// @throws ApiException if two of them are of one attribute
    static AttributeTypes of(List<AttributeDefinition> definitions) {
        Map<String, ScalarType> types = new LinkedHashMap<>();
        for (AttributeDefinition each : definitions) {
            if (types.put(each.attributeName(), each.attributeType()) != null) {
                throw ApiException.validation(
                        "Attribute Name is duplicated: " + each.attributeName());
            }
        }
        return new AttributeTypes(types);
    }

    /// These and, of attributes that they do not know, those of `more`.
    AttributeTypes and(AttributeTypes more) {
        Map<String, ScalarType> all = new LinkedHashMap<>(types);
        more.types.forEach(all::putIfAbsent);
        return new AttributeTypes(all);
    }

    /// The number of attributes that have a type.
    int count() {
        return types.size();
    }

    /// Refuses a key schema with an attribute that is not defined.
    void requireDefined(List<KeySchemaElement> elements) {
        List<String> undefined = undefined(elements);
        if (!undefined.isEmpty()) {
            throw ApiException.invalidParameter(
                    "Some index key attributes are not defined in AttributeDefinitions. Keys: %s,"
                                    .formatted(undefined)
                            + " AttributeDefinitions: "
                            + types.keySet());
        }
    }

    /// Refuses definitions that no key uses; AWS says it in other words if there are indexes.
    void requireUsed(Set<String> used, boolean hasIndexes) {
        if (used.containsAll(types.keySet())) {
            return;
        }
        throw ApiException.invalidParameter(
                hasIndexes
                        ? "Some AttributeDefinitions are not used. AttributeDefinitions: %s, keys"
                                        .formatted(types.keySet())
                                + " used: "
                                + used
                        : "Number of attributes in KeySchema does not exactly match number of"
                                + " attributes defined in AttributeDefinitions");
    }

    /// Whether the attribute with this name has a type.
    boolean has(String name) {
        return types.containsKey(name);
    }

    /// The attribute with this name, which has a type.
    KeyAttribute of(String name) {
        return new KeyAttribute(name, Objects.requireNonNull(types.get(name)));
    }

    /// The attribute of an element, which is defined.
    KeyAttribute of(KeySchemaElement element) {
        return of(element.attributeName());
    }

    /// The definitions of the attributes that the keys of a table and its indexes use, by name.
    List<AttributeDefinition> usedBy(KeySchema keys, Collection<SecondaryIndex> indexes) {
        Set<String> used = new LinkedHashSet<>();
        keys.attributes().forEach(each -> used.add(each.name()));
        indexes.stream()
                .map(SecondaryIndex::typedAttributes)
                .flatMap(List::stream)
                .forEach(each -> used.add(each.name()));
        return types.entrySet().stream()
                .filter(type -> used.contains(type.getKey()))
                .map(type -> new AttributeDefinition(type.getKey(), type.getValue()))
                .sorted(Comparator.comparing(AttributeDefinition::attributeName))
                .toList();
    }

    private List<String> undefined(List<KeySchemaElement> elements) {
        return elements.stream()
                .map(KeySchemaElement::attributeName)
                .filter(name -> !types.containsKey(name))
                .toList();
    }
}
