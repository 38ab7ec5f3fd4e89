package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// The tables by name, and every stream that a table of that name ever had (source: streams-api
/// reference, section 11).
final class ReferenceTables {
    private final TreeMap<String, ReferenceTable> tables = new TreeMap<>();
    private final TreeMap<String, List<ReferenceStream>> streams = new TreeMap<>();
    private Instant now = Instant.EPOCH;

    Set<String> names() {
        return Collections.unmodifiableSet(tables.keySet());
    }

    /// The names that have a stream, also those of tables that are gone.
    Set<String> streamNames() {
        return Collections.unmodifiableSet(streams.keySet());
    }

    List<ReferenceStream> streamsOf(String tableName) {
        return Collections.unmodifiableList(streams.getOrDefault(tableName, List.of()));
    }

    /// The table with this name.
    ///
    /// @throws ApiException if there is none
    ReferenceTable require(String tableName) {
        ReferenceTable table = tables.get(tableName);
        if (table == null) {
            throw ApiException.tableNotFound();
        }
        return table;
    }

    Result create(DatabaseOperation.CreateTable create) {
        if (tables.containsKey(create.tableName())) {
            throw new ApiException(
                    ApiError.RESOURCE_IN_USE, "Table already exists: " + create.tableName());
        }
        ReferenceTable table =
                new ReferenceTable(
                        create.keySchema(),
                        create.billingMode(),
                        create.indexes(),
                        create.vectors());
        tables.put(create.tableName(), table);
        if (create.streamViewType() != null) {
            startStream(create.tableName(), table, create.streamViewType());
        }
        return new Result.Done();
    }

    Result delete(DatabaseOperation.DeleteTable delete) {
        require(delete.tableName()).disableStream();
        tables.remove(delete.tableName());
        return new Result.Done();
    }

    Result describe(DatabaseOperation.DescribeTable describe) {
        ReferenceTable table = require(describe.tableName());
        ReferenceStream stream = table.stream();
        return new Result.Description(
                table.keySchema(),
                table.billingMode(),
                stream == null ? null : new StreamSpecification(true, stream.viewType()),
                table.hasLatestStream());
    }

    Result enable(DatabaseOperation.EnableStream enable) {
        ReferenceTable table = require(enable.tableName());
        if (table.stream() != null) {
            throw ApiException.validation("Table already has an enabled stream");
        }
        startStream(enable.tableName(), table, enable.streamViewType());
        return new Result.Done();
    }

    Result disable(DatabaseOperation.DisableStream disable) {
        ReferenceTable table = require(disable.tableName());
        if (table.stream() == null) {
            throw ApiException.validation("Table has no stream to disable");
        }
        table.disableStream();
        return new Result.Done();
    }

    /// Only one attribute at a time says when items expire (source: dynamodb-api reference, section
    /// 16).
    Result switchTimeToLive(DatabaseOperation.SwitchTimeToLive change) {
        ReferenceTable table = require(change.tableName());
        String active = table.expiryAttribute();
        boolean isOther = active != null && !active.equals(change.attributeName());
        if (isOther || change.enabled() == (active != null)) {
            throw ApiException.validation(
                    "TimeToLive is already as asked, or on another attribute");
        }
        table.expireBy(change.enabled() ? change.attributeName() : null);
        return new Result.Done();
    }

    /// Lets time pass until `moment` and deletes what has expired by then.
    Result expire(Instant moment) {
        now = moment.isAfter(now) ? moment : now;
        tables.values().forEach(table -> table.expire(now));
        return new Result.Done();
    }

    private void startStream(String tableName, ReferenceTable table, StreamViewType viewType) {
        ReferenceStream stream = new ReferenceStream(table.keySchema(), viewType, table.snapshot());
        table.enable(stream);
        streams.computeIfAbsent(tableName, _ -> new ArrayList<>()).add(stream);
    }
}
