package dev.millrace.testkit.operation;

import static dev.millrace.model.value.AttributeValue.Type;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.testkit.expression.DocumentPath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Chooses document paths for expressions.
final class PathGenerator {
    private final Chance chance;

    PathGenerator(Chance chance) {
        this.chance = chance;
    }

    /// Any path that is not part of a key.
    DocumentPath any() {
        return chance.of(chance.of(chance.of(AttributeShape.ALL).pathGroups()));
    }

    /// Any path, now and then that of a key attribute.
    DocumentPath anyOf(TableShape table) {
        return chance.percent(10) ? keyOf(table) : any();
    }

    /// The path of one of the table's key attributes.
    DocumentPath keyOf(TableShape table) {
        List<KeyAttribute> keys = table.keySchema().attributes();
        return DocumentPath.of(chance.of(keys).name());
    }

    /// Up to three groups of paths, which do not overlap.
    List<DocumentPath> distinct() {
        Set<String> used = new HashSet<>();
        List<DocumentPath> paths = new ArrayList<>();
        int groups = 1 + chance.below(3);
        for (int i = 0; i < groups; i++) {
            AttributeShape shape = chance.of(AttributeShape.ALL);
            if (used.add(shape.name())) {
                paths.addAll(chance.of(shape.pathGroups()));
            }
        }
        return paths;
    }

    /// A projection, or none.
    List<DocumentPath> projection(TableShape table) {
        if (chance.percent(60)) {
            return List.of();
        }
        List<DocumentPath> paths = new ArrayList<>(distinct());
        if (chance.percent(50)) {
            paths.add(keyOf(table));
        }
        return paths;
    }

    /// The type that the value at a path usually has.
    Type usualType(DocumentPath path) {
        if (!path.isTopLevel()) {
            return chance.of(List.of(Type.values()));
        }
        return AttributeShape.ALL.stream()
                .filter(shape -> shape.name().equals(path.attribute()))
                .map(AttributeShape::type)
                .findFirst()
                .orElse(Type.S);
    }
}
