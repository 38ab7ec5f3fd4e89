package dev.millrace.wire.table;

import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.table.WarmThroughputSpecification;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Writes global indexes as clients ask for them.
final class IndexCreationJson {
    private IndexCreationJson() {}

    static void write(@Nullable List<IndexSpecification> indexes, JsonOutput output) {
        if (indexes != null) {
            output.startArray("GlobalSecondaryIndexes");
            indexes.forEach(index -> write(index, output));
            output.endArray();
        }
    }

    private static void write(IndexSpecification index, JsonOutput output) {
        output.startObject();
        output.text("IndexName", index.indexName());
        TableCreationMembers.writeKeys(index.keySchema(), output);
        write(index.projection(), output);
        TableCreationMembers.write(index.provisionedThroughput(), output);
        TableCreationMembers.write(index.onDemandThroughput(), output);
        WarmThroughputSpecification warm = index.warmThroughput();
        if (warm != null) {
            output.startObject("WarmThroughput");
            output.wholeOrNone("ReadUnitsPerSecond", warm.readUnitsPerSecond());
            output.wholeOrNone("WriteUnitsPerSecond", warm.writeUnitsPerSecond());
            output.endObject();
        }
        output.endObject();
    }

    private static void write(IndexProjection projection, JsonOutput output) {
        output.startObject("Projection");
        ProjectionType type = projection.projectionType();
        output.text("ProjectionType", type == null ? null : type.name());
        List<String> names = projection.nonKeyAttributes();
        if (names != null) {
            output.startArray("NonKeyAttributes");
            names.forEach(output::text);
            output.endArray();
        }
        output.endObject();
    }
}
