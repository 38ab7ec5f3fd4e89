package dev.millrace.wire;

import dev.millrace.model.table.SearchSchemaElement;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorIndexSpecification;
import dev.millrace.model.table.VectorSchema;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Writes what defines an index of vectors, which tables, backups and imports all show.
public final class VectorIndexJson {
    private VectorIndexJson() {}

    /// Writes the members of an index that is there: its name and what defines it.
    public static void writeMembers(SecondaryIndex index, JsonOutput output) {
        VectorSchema vector = Objects.requireNonNull(index.vector());
        output.text("IndexName", index.name());
        write(vector.attribute(), output);
        write(elements(index, vector), output);
        ProjectionJson.write(index.projection(), output);
        output.whole("Dimensions", vector.dimensions());
        output.text("DistanceFunction", vector.distance().name());
    }

    /// Writes an element of an array: an index as a client asks for it.
    public static void write(VectorIndexSpecification index, JsonOutput output) {
        output.startObject();
        output.text("IndexName", index.indexName());
        write(index.vectorAttribute(), output);
        write(Objects.requireNonNullElse(index.searchSchema(), List.of()), output);
        ProjectionJson.writeAsked(index.projection(), output);
        output.whole("Dimensions", index.dimensions());
        output.text("DistanceFunction", index.distanceFunction().name());
        output.endObject();
    }

    private static void write(String vectorAttribute, JsonOutput output) {
        output.startObject("VectorAttribute");
        output.text("AttributeName", vectorAttribute);
        output.endObject();
    }

    private static List<SearchSchemaElement> elements(SecondaryIndex index, VectorSchema vector) {
        return Stream.concat(
                        index.keySchema().partitionKeys().stream()
                                .map(key ->
                                        new SearchSchemaElement(
                                                key.name(), SearchSchemaElement.Type.HASH)),
                        vector.filters().stream()
                                .map(filter ->
                                        new SearchSchemaElement(
                                                filter.name(),
                                                SearchSchemaElement.Type.INLINE_FILTER)))
                .toList();
    }

    private static void write(List<SearchSchemaElement> elements, JsonOutput output) {
        if (elements.isEmpty()) {
            return;
        }
        output.startArray("SearchSchema");
        for (SearchSchemaElement element : elements) {
            output.startObject();
            output.text("AttributeName", element.attributeName());
            output.text("SearchSchemaElementType", element.type().name());
            output.endObject();
        }
        output.endArray();
    }
}
