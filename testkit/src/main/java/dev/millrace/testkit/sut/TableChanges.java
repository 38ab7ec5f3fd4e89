package dev.millrace.testkit.sut;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.table.TableStatus;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;

import java.util.Optional;

/// Creates, changes and deletes tables, each time until the change is complete.
final class TableChanges {
    private static final int LOOKS_MAX = 1000;

    private final ClientOperations client;
    private final Runnable pause;

    TableChanges(ClientOperations client, Runnable pause) {
        this.client = client;
        this.pause = pause;
    }

    Result create(DatabaseOperation.CreateTable create) {
        client.createTable(Requests.of(create));
        awaitStatus(create.tableName(), Optional.of(TableStatus.ACTIVE));
        return new Result.Done();
    }

    Result update(UpdateTableRequest request) {
        client.updateTable(request);
        awaitStatus(request.tableName(), Optional.of(TableStatus.ACTIVE));
        return new Result.Done();
    }

    Result delete(DatabaseOperation.DeleteTable delete) {
        client.deleteTable(new DeleteTableRequest(delete.tableName()));
        awaitStatus(delete.tableName(), Optional.empty());
        return new Result.Done();
    }

    /// Returns when a table is ACTIVE.
    void awaitActive(String tableName) {
        awaitStatus(tableName, Optional.of(TableStatus.ACTIVE));
    }

    private void awaitStatus(String tableName, Optional<TableStatus> status) {
        for (int look = 0; look < LOOKS_MAX; look++) {
            if (status(tableName).equals(status)) {
                return;
            }
            pause.run();
        }
        throw new IllegalStateException("table never completed its change: " + tableName);
    }

    private Optional<TableStatus> status(String tableName) {
        try {
            return Optional.of(
                    client.describeTable(new DescribeTableRequest(tableName))
                            .table()
                            .tableStatus());
        } catch (ApiException refused) {
            if (refused.error() == ApiError.RESOURCE_NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
