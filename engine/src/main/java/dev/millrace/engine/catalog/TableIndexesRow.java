package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.FieldReader;
import dev.millrace.engine.keyspace.FieldWriter;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.ThroughputHistory;
import dev.millrace.model.table.VectorDistanceFunction;
import dev.millrace.model.table.VectorSchema;
import dev.millrace.model.table.WarmThroughput;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// The stored form of a table's secondary indexes, as fields of the table's row (docs/keyspace.md,
/// "Secondary index").
final class TableIndexesRow {
    private static final int LAST_ID = 30;
    private static final int INDEX = 31;

    private static final int ID = 1;
    private static final int KIND = 2;
    private static final int NAME = 3;
    private static final int PARTITION_KEY = 4;
    private static final int SORT_KEY = 5;
    private static final int PROJECTION = 6;
    private static final int INCLUDED = 7;
    private static final int STATUS = 8;
    private static final int BACKFILLING = 9;
    private static final int READ_UNITS = 10;
    private static final int WRITE_UNITS = 11;
    private static final int MAX_READ_UNITS = 12;
    private static final int MAX_WRITE_UNITS = 13;
    private static final int WARM_READ_UNITS = 14;
    private static final int WARM_WRITE_UNITS = 15;
    private static final int LAST_INCREASE = 16;
    private static final int LAST_DECREASE = 17;
    private static final int DECREASES = 18;
    private static final int VECTOR = 85;

    private static final int ATTRIBUTE = 1;
    private static final int DIMENSIONS = 2;
    private static final int DISTANCE = 3;
    private static final int FILTER = 4;

    private TableIndexesRow() {}

    static void write(FieldWriter row, TableIndexes indexes) {
        if (indexes.lastId() > 0) {
            row.number(LAST_ID, indexes.lastId());
        }
        indexes.all().forEach(index -> row.group(INDEX, group -> write(group, index)));
    }

    static TableIndexes read(FieldReader row) {
        Long lastId = row.numberOrNull(LAST_ID);
        if (lastId == null) {
            return TableIndexes.NONE;
        }
        List<SecondaryIndex> all =
                row.groups(INDEX).stream().map(TableIndexesRow::readIndex).toList();
        return new TableIndexes(all, lastId.intValue());
    }

    private static void write(FieldWriter group, SecondaryIndex index) {
        group.number(ID, index.id()).text(KIND, index.kind().name()).text(NAME, index.name());
        index.keySchema().partitionKeys().forEach(each -> attribute(group, PARTITION_KEY, each));
        index.keySchema().sortKeys().forEach(each -> attribute(group, SORT_KEY, each));
        ProjectionType projection = Objects.requireNonNull(index.projection().projectionType());
        group.text(PROJECTION, projection.name());
        List<String> included = index.projection().nonKeyAttributes();
        if (included != null) {
            included.forEach(name -> group.text(INCLUDED, name));
        }
        group.text(STATUS, index.status().name());
        Boolean backfilling = index.backfilling();
        if (backfilling != null) {
            group.number(BACKFILLING, backfilling ? 1 : 0);
        }
        writeThroughput(group, index);
        writeHistory(group, index.throughputHistory());
        VectorSchema vector = index.vector();
        if (vector != null) {
            group.group(VECTOR, schema -> write(schema, vector));
        }
    }

    private static void write(FieldWriter group, VectorSchema vector) {
        group.text(ATTRIBUTE, vector.attribute())
                .number(DIMENSIONS, vector.dimensions())
                .text(DISTANCE, vector.distance().name());
        vector.filters().forEach(each -> attribute(group, FILTER, each));
    }

    private static void writeThroughput(FieldWriter group, SecondaryIndex index) {
        group.number(READ_UNITS, index.throughput().readCapacityUnits())
                .number(WRITE_UNITS, index.throughput().writeCapacityUnits())
                .numberOrNone(MAX_READ_UNITS, index.onDemandThroughput().maxReadRequestUnits())
                .numberOrNone(MAX_WRITE_UNITS, index.onDemandThroughput().maxWriteRequestUnits())
                .number(WARM_READ_UNITS, index.warmThroughput().readUnitsPerSecond())
                .number(WARM_WRITE_UNITS, index.warmThroughput().writeUnitsPerSecond());
    }

    private static void writeHistory(FieldWriter group, ThroughputHistory history) {
        group.numberOrNone(LAST_INCREASE, millis(history.lastIncrease()))
                .numberOrNone(LAST_DECREASE, millis(history.lastDecrease()))
                .number(DECREASES, history.decreasesThatDay());
    }

    private static SecondaryIndex readIndex(FieldReader group) {
        Long backfilling = group.numberOrNull(BACKFILLING);
        return new SecondaryIndex(
                (int) group.number(ID),
                IndexKind.valueOf(group.text(KIND)),
                group.text(NAME),
                new IndexKeySchema(attributes(group, PARTITION_KEY), attributes(group, SORT_KEY)),
                projection(group),
                IndexStatus.valueOf(group.text(STATUS)),
                backfilling == null ? null : backfilling == 1,
                new ProvisionedThroughput(group.number(READ_UNITS), group.number(WRITE_UNITS)),
                new OnDemandThroughput(
                        group.numberOrNull(MAX_READ_UNITS), group.numberOrNull(MAX_WRITE_UNITS)),
                new WarmThroughput(group.number(WARM_READ_UNITS), group.number(WARM_WRITE_UNITS)),
                new ThroughputHistory(
                        moment(group.numberOrNull(LAST_INCREASE)),
                        moment(group.numberOrNull(LAST_DECREASE)),
                        group.number(DECREASES),
                        null),
                group.groups(VECTOR).stream()
                        .findFirst()
                        .map(TableIndexesRow::vector)
                        .orElse(null));
    }

    private static VectorSchema vector(FieldReader group) {
        return new VectorSchema(
                group.text(ATTRIBUTE),
                (int) group.number(DIMENSIONS),
                VectorDistanceFunction.valueOf(group.text(DISTANCE)),
                attributes(group, FILTER));
    }

    private static IndexProjection projection(FieldReader group) {
        ProjectionType type = ProjectionType.valueOf(group.text(PROJECTION));
        return new IndexProjection(
                type, type == ProjectionType.INCLUDE ? group.texts(INCLUDED) : null);
    }

    private static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }

    private static @Nullable Instant moment(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static void attribute(FieldWriter group, int tag, KeyAttribute attribute) {
        TableRow.attribute(group, tag, attribute.name(), attribute.type());
    }

    private static List<KeyAttribute> attributes(FieldReader group, int tag) {
        return group.groups(tag).stream().map(TableRow::attribute).toList();
    }
}
