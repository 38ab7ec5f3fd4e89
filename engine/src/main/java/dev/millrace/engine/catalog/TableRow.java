package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.FieldReader;
import dev.millrace.engine.keyspace.FieldWriter;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.TableStatus;
import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The stored form of a table (docs/keyspace.md, "Table").
final class TableRow {
    private static final int ID = 1;
    private static final int NAME = 2;
    private static final int UUID = 3;
    private static final int STATUS = 4;
    private static final int CREATED_MILLIS = 5;
    private static final int PARTITION_KEY = 6;
    private static final int SORT_KEY = 7;
    private static final int ATTRIBUTE_DEFINITION = 8;
    private static final int BILLING_MODE = 9;
    private static final int READ_UNITS = 10;
    private static final int WRITE_UNITS = 11;
    private static final int PARTITION = 12;
    private static final int LATEST_STREAM = 13;
    private static final int TAG = 26;
    private static final int TIME_TO_LIVE = 27;
    private static final int TIME_TO_LIVE_ATTRIBUTE = 1;
    private static final int BACKFILLED_TO = 2;
    private static final int TAG_KEY = 1;
    private static final int TAG_VALUE = 2;
    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_TYPE = 2;

    private TableRow() {}

    static byte[] encode(Table table) {
        FieldWriter row =
                new FieldWriter()
                        .number(ID, table.id())
                        .text(NAME, table.name())
                        .text(UUID, table.uuid())
                        .text(STATUS, table.status().name())
                        .number(CREATED_MILLIS, table.created().toEpochMilli())
                        .text(BILLING_MODE, table.billingMode().name())
                        .number(READ_UNITS, table.throughput().readCapacityUnits())
                        .number(WRITE_UNITS, table.throughput().writeCapacityUnits());
        writeKeys(row, PARTITION_KEY, SORT_KEY, table.keySchema());
        for (AttributeDefinition definition : table.attributeDefinitions()) {
            attribute(
                    row,
                    ATTRIBUTE_DEFINITION,
                    definition.attributeName(),
                    definition.attributeType());
        }
        table.partitions().forEach(first -> row.number(PARTITION, first));
        if (table.latestStreamId() != null) {
            row.number(LATEST_STREAM, table.latestStreamId());
        }
        TableSettingsRow.write(row, table.settings());
        table.tags().forEach((key, value) -> tag(row, key, value));
        writeTimeToLive(row, table.timeToLive());
        TableIndexesRow.write(row, table.indexes());
        TablePastRow.write(row, table.past());
        return row.toByteArray();
    }

    static Table decode(byte[] bytes) {
        FieldReader row = new FieldReader(bytes);
        Long latestStream = row.numberOrNull(LATEST_STREAM);
        BillingMode mode = BillingMode.valueOf(row.text(BILLING_MODE));
        ProvisionedThroughput throughput =
                new ProvisionedThroughput(row.number(READ_UNITS), row.number(WRITE_UNITS));
        return new Table(
                (int) row.number(ID),
                row.text(NAME),
                row.text(UUID),
                TableStatus.valueOf(row.text(STATUS)),
                Instant.ofEpochMilli(row.number(CREATED_MILLIS)),
                readKeys(row, PARTITION_KEY, SORT_KEY),
                row.groups(ATTRIBUTE_DEFINITION).stream()
                        .map(TableRow::attribute)
                        .map(each -> new AttributeDefinition(each.name(), each.type()))
                        .toList(),
                mode,
                throughput,
                row.numbers(PARTITION),
                latestStream == null ? null : latestStream.intValue(),
                TableSettingsRow.read(row, TableSettings.initial(mode, throughput)),
                tags(row),
                timeToLive(row),
                TableIndexesRow.read(row),
                TablePastRow.read(row));
    }

    private static void writeTimeToLive(FieldWriter row, @Nullable TimeToLive timeToLive) {
        if (timeToLive != null) {
            Binary to = timeToLive.backfilledTo();
            row.group(
                    TIME_TO_LIVE,
                    group ->
                            group.text(TIME_TO_LIVE_ATTRIBUTE, timeToLive.attributeName())
                                    .bytes(BACKFILLED_TO, to == null ? null : to.bytes()));
        }
    }

    private static @Nullable TimeToLive timeToLive(FieldReader row) {
        List<FieldReader> groups = row.groups(TIME_TO_LIVE);
        if (groups.isEmpty()) {
            return null;
        }
        byte[] to = groups.getFirst().bytesOrNull(BACKFILLED_TO);
        return new TimeToLive(
                groups.getFirst().text(TIME_TO_LIVE_ATTRIBUTE), to == null ? null : Binary.of(to));
    }

    private static void tag(FieldWriter row, String key, String value) {
        row.group(TAG, group -> group.text(TAG_KEY, key).text(TAG_VALUE, value));
    }

    private static Map<String, String> tags(FieldReader row) {
        NavigableMap<String, String> tags = new TreeMap<>();
        row.groups(TAG).forEach(tag -> tags.put(tag.text(TAG_KEY), tag.text(TAG_VALUE)));
        return tags;
    }

    static void writeKeys(FieldWriter row, int partitionTag, int sortTag, KeySchema schema) {
        attribute(row, partitionTag, schema.partitionKey().name(), schema.partitionKey().type());
        KeyAttribute sortKey = schema.sortKey();
        if (sortKey != null) {
            attribute(row, sortTag, sortKey.name(), sortKey.type());
        }
    }

    static KeySchema readKeys(FieldReader row, int partitionTag, int sortTag) {
        List<FieldReader> sortKeys = row.groups(sortTag);
        @Nullable KeyAttribute sortKey = sortKeys.isEmpty() ? null : attribute(sortKeys.getFirst());
        return new KeySchema(attribute(row.groups(partitionTag).getFirst()), sortKey);
    }

    static void attribute(FieldWriter row, int tag, String name, ScalarType type) {
        row.group(tag, group -> group.text(ATTRIBUTE_NAME, name).text(ATTRIBUTE_TYPE, type.name()));
    }

    static KeyAttribute attribute(FieldReader group) {
        return new KeyAttribute(
                group.text(ATTRIBUTE_NAME), ScalarType.valueOf(group.text(ATTRIBUTE_TYPE)));
    }
}
