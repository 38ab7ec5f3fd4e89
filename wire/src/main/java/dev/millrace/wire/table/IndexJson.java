package dev.millrace.wire.table;

import dev.millrace.model.table.IndexDescription;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.TableDescription;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.KeySchemaJson;
import dev.millrace.wire.ProjectionJson;
import dev.millrace.wire.VectorIndexJson;

import java.util.List;

/// Writes what the description of a table says of its secondary indexes (dynamodb-api reference,
/// section 15; capture of 9 Oct 2026).
final class IndexJson {
    private IndexJson() {}

    static void write(TableDescription table, JsonOutput output) {
        write("LocalSecondaryIndexes", IndexKind.LOCAL, table.indexes(), output);
        write("GlobalSecondaryIndexes", IndexKind.GLOBAL, table.indexes(), output);
        write("VectorIndexes", IndexKind.VECTOR, table.indexes(), output);
    }

    // A table without indexes of a kind does not have the member.
    private static void write(
            String member, IndexKind kind, List<IndexDescription> all, JsonOutput output) {
        List<IndexDescription> ofKind =
                all.stream().filter(each -> each.index().kind() == kind).toList();
        if (!ofKind.isEmpty()) {
            output.startArray(member);
            ofKind.forEach(index -> write(index, output));
            output.endArray();
        }
    }

    private static void write(IndexDescription description, JsonOutput output) {
        SecondaryIndex index = description.index();
        output.startObject();
        switch (index.kind()) {
            case LOCAL -> writeKeys(index, output);
            case GLOBAL -> {
                writeKeys(index, output);
                writeLife(index, output);
                writeThroughput(index, output);
            }
            case VECTOR -> {
                VectorIndexJson.writeMembers(index, output);
                writeLife(index, output);
            }
        }
        output.whole("IndexSizeBytes", description.indexSizeBytes());
        output.whole("ItemCount", description.itemCount());
        output.text("IndexArn", description.indexArn());
        output.endObject();
    }

    private static void writeKeys(SecondaryIndex index, JsonOutput output) {
        output.text("IndexName", index.name());
        KeySchemaJson.write(index.keySchema(), output);
        ProjectionJson.write(index.projection(), output);
    }

    private static void writeLife(SecondaryIndex index, JsonOutput output) {
        output.text("IndexStatus", index.status().name());
        Boolean backfilling = index.backfilling();
        if (backfilling != null) {
            output.truth("Backfilling", backfilling);
        }
    }

    // CreateTable's answer shows no warm throughput of its indexes.
    private static void writeThroughput(SecondaryIndex index, JsonOutput output) {
        ThroughputJson.writeProvisioned(index.throughput(), index.throughputHistory(), output);
        boolean isCreating = index.status() == IndexStatus.CREATING;
        if (!isCreating || index.isUnderConstruction()) {
            String status = isCreating ? "UPDATING" : "ACTIVE";
            ThroughputJson.writeWarm(index.warmThroughput(), status, output);
        }
        ThroughputJson.writeOnDemand(index.onDemandThroughput(), output);
    }
}
