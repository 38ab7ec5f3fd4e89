package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The past of tables as copies of all their items: one for each backup and each moment that is to
/// be read again.
final class ReferencePast {
    private final ReferenceTables tables;
    private final Map<String, List<Item>> backups = new HashMap<>();
    private final Map<String, Moment> moments = new HashMap<>();
    // Since which step a table can be restored; a new table of an old name is another one.
    private final IdentityHashMap<ReferenceTable, Integer> recoveries = new IdentityHashMap<>();
    private int step;

    ReferencePast(ReferenceTables tables) {
        this.tables = tables;
    }

    private record Moment(int step, List<Item> items) {}

    Result apply(DatabaseOperation.OfPast operation) {
        step++;
        return switch (operation) {
            case DatabaseOperation.BackUp(var name) -> {
                backups.put(name, require(name).snapshot());
                yield new Result.Done();
            }
            case DatabaseOperation.ReadBackup(var name) -> read(name, backups.get(name));
            case DatabaseOperation.SwitchRecovery(var name, var enabled) -> {
                switchRecovery(require(name), enabled);
                yield new Result.Done();
            }
            case DatabaseOperation.MarkMoment(var name) -> {
                moments.put(name, new Moment(step, require(name).snapshot()));
                yield new Result.Done();
            }
            case DatabaseOperation.ReadMoment(var name) -> readMoment(name);
        };
    }

    private void switchRecovery(ReferenceTable table, boolean enabled) {
        if (enabled) {
            recoveries.putIfAbsent(table, step);
        } else {
            recoveries.remove(table);
        }
    }

    private Result readMoment(String name) {
        Moment moment = moments.get(name);
        if (moment == null) {
            return new Result.Done();
        }
        Integer since = recoveries.get(require(name));
        if (since == null) {
            throw new ApiException(
                    ApiError.POINT_IN_TIME_RECOVERY_UNAVAILABLE, "recovery is off: " + name);
        }
        if (moment.step() < since) {
            throw new ApiException(
                    ApiError.INVALID_RESTORE_TIME, "recovery was not on then: " + name);
        }
        return read(name, moment.items());
    }

    private static Result read(String name, @Nullable List<Item> items) {
        return items == null
                ? new Result.Done()
                : new Result.ItemsByTable(Map.of(name, Result.sorted(items)));
    }

    private ReferenceTable require(String name) {
        if (!tables.names().contains(name)) {
            throw new ApiException(ApiError.TABLE_NOT_FOUND, "Table not found: " + name);
        }
        return tables.require(name);
    }
}
