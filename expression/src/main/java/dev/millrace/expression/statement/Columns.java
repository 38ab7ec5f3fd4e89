package dev.millrace.expression.statement;

import dev.millrace.expression.Projection;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.evaluate.PathReader;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a SELECT asks for by name. Unlike a projection it takes what it finds out of its nesting.
public record Columns(List<Column> all) {
    /// A path and the name that its value gets: the last name in it and the positions behind.
    public record Column(String name, DocumentPath path) {}

    /// What the item has at the paths; no attributes if it has none of it.
    public Item apply(Item item) {
        Map<String, AttributeValue> found = new LinkedHashMap<>();
        for (Column column : all) {
            AttributeValue value = PathReader.read(column.path(), item.attributes());
            if (value != null) {
                found.put(column.name(), value);
            }
        }
        return Item.of(found);
    }

    /// The paths as a projection.
    public Projection projection() {
        return Projection.ofPaths(all.stream().map(Column::path).toList());
    }
}
