package dev.millrace.wire.table;

import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.VectorIndexSpecification;
import dev.millrace.model.table.WarmThroughputSpecification;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.ProjectionJson;
import dev.millrace.wire.VectorIndexJson;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Writes global indexes and those of vectors as clients ask for them.
final class IndexCreationJson {
    private IndexCreationJson() {}

    static void write(@Nullable List<IndexSpecification> indexes, JsonOutput output) {
        if (indexes != null) {
            output.startArray("GlobalSecondaryIndexes");
            indexes.forEach(index -> write(index, output));
            output.endArray();
        }
    }

    static void writeVectors(@Nullable List<VectorIndexSpecification> indexes, JsonOutput output) {
        if (indexes != null) {
            output.startArray("VectorIndexes");
            indexes.forEach(index -> VectorIndexJson.write(index, output));
            output.endArray();
        }
    }

    private static void write(IndexSpecification index, JsonOutput output) {
        output.startObject();
        output.text("IndexName", index.indexName());
        TableCreationMembers.writeKeys(index.keySchema(), output);
        ProjectionJson.writeAsked(index.projection(), output);
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
}
