package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.SetValue;
import dev.millrace.testkit.expression.UpdateAction;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;
import dev.millrace.testkit.operation.TransactAction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Transactions on the reference database (source: dynamodb-api reference, section 11): first what
/// is wrong with the request as such, then each action against the state before, then all or none.
record ReferenceTransactions(ReferenceTables tables) {
    /// What an action would make of its item; `after` is null for no item.
    private record Effect(
            ReferenceTable table,
            PrimaryKey key,
            @Nullable Map<String, AttributeValue> after,
            boolean changes) {}

    Result write(DatabaseOperation.TransactWrite transaction) {
        List<TransactAction> actions = transaction.actions();
        actions.forEach(ReferenceTransactions::requireValid);
        actions.forEach(action -> tables.require(action.tableName()));
        actions.forEach(action -> requireNoEmptyKey(action.tableName(), action.item()));
        actions.forEach(action -> requireNoEmptyIndexKey(action.tableName(), written(action)));
        requireOnePerItem(
                actions.stream()
                        .map(action -> new Target(action.tableName(), keyOrNone(action)))
                        .toList());
        List<CancellationReason> reasons = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        actions.forEach(action -> reasons.add(evaluate(action, effects)));
        requireNoReason(reasons);
        for (Effect effect : effects) {
            if (effect.changes()) {
                effect.table().write(effect.key(), effect.after());
            }
        }
        return new Result.Done();
    }

    Result get(DatabaseOperation.TransactGet transaction) {
        List<DatabaseOperation.Get> reads = transaction.reads();
        reads.forEach(read -> ReferencePaths.requireDistinct(read.projection()));
        reads.forEach(read -> tables.require(read.tableName()));
        reads.forEach(read -> requireNoEmptyKey(read.tableName(), read.key()));
        requireOnePerItem(
                reads.stream().map(read -> new Target(read.tableName(), keyOrNone(read))).toList());
        requireNoReason(
                reads.stream()
                        .map(read ->
                                keyOrNone(read).isPresent()
                                        ? new CancellationReason.None()
                                        : mismatch())
                        .toList());
        return new Result.ItemsInOrder(reads.stream().map(this::read).toList());
    }

    private record Target(String tableName, Optional<PrimaryKey> key) {}

    // Unlike the operation on one item, it shows no item of which the projection keeps nothing.
    private Optional<Item> read(DatabaseOperation.Get read) {
        Map<String, AttributeValue> item =
                tables.require(read.tableName()).get(keyOrNone(read).orElseThrow());
        return Optional.ofNullable(item)
                .map(found -> ReferencePaths.project(found, read.projection()))
                .filter(shown -> !shown.isEmpty())
                .map(Item::of);
    }

    private static void requireValid(TransactAction action) {
        switch (action) {
            case TransactAction.Put put ->
                    ReferenceWrites.requireSize(ReferenceSize.ofItem(put.item().attributes()));
            case TransactAction.Update update -> RequestChecks.requireActions(update.actions());
            case TransactAction.Delete _, TransactAction.Check _ -> {}
        }
        RequestChecks.requireOperands(action.condition());
    }

    // An empty value of the right type refuses the whole request.
    private void requireNoEmptyKey(String tableName, Item item) {
        requireNoEmptyKey(tables.require(tableName).keySchema().attributes(), item.attributes());
    }

    private void requireNoEmptyIndexKey(String tableName, Map<String, AttributeValue> written) {
        tables.require(tableName)
                .indexes()
                .forEach(index ->
                        requireNoEmptyKey(index.shape().keySchema().attributes(), written));
    }

    private static void requireNoEmptyKey(
            List<KeyAttribute> keys, Map<String, AttributeValue> item) {
        for (KeyAttribute attribute : keys) {
            AttributeValue value = item.get(attribute.name());
            if (value != null
                    && attribute.type().matches(value)
                    && ReferenceSize.ofValue(value) == 0) {
                throw ApiException.validation("A key attribute cannot contain an empty value");
            }
        }
    }

    // Of an update, what it sets whole attributes to and does not read from the item.
    private static Map<String, AttributeValue> written(TransactAction action) {
        return switch (action) {
            case TransactAction.Put put -> put.item().attributes();
            case TransactAction.Update update -> literals(update.actions());
            case TransactAction.Delete _, TransactAction.Check _ -> Map.of();
        };
    }

    private static Map<String, AttributeValue> literals(List<UpdateAction> actions) {
        Map<String, AttributeValue> literals = new HashMap<>();
        for (UpdateAction action : actions) {
            if (action instanceof UpdateAction.Set(var path, SetValue.Literal(var value))
                    && path.isTopLevel()) {
                literals.put(path.attribute(), value);
            }
        }
        return literals;
    }

    private static void requireOnePerItem(List<Target> targets) {
        Map<String, TreeSet<PrimaryKey>> seen = new HashMap<>();
        for (Target target : targets) {
            TreeSet<PrimaryKey> keys =
                    seen.computeIfAbsent(target.tableName(), _ -> new TreeSet<>(new KeyOrder()));
            if (target.key().isPresent() && !keys.add(target.key().orElseThrow())) {
                throw ApiException.validation(
                        "Transaction request cannot include multiple operations on one item");
            }
        }
    }

    private static void requireNoReason(List<CancellationReason> reasons) {
        if (!reasons.stream().allMatch(CancellationReason.None.class::isInstance)) {
            throw new TransactionCanceledException(reasons);
        }
    }

    private Optional<PrimaryKey> keyOrNone(DatabaseOperation.Get read) {
        return keyOrNone(
                () -> tables.require(read.tableName()).keys().ofKey(read.key().attributes()));
    }

    private Optional<PrimaryKey> keyOrNone(TransactAction action) {
        return keyOrNone(() -> key(action));
    }

    private static Optional<PrimaryKey> keyOrNone(Supplier<PrimaryKey> key) {
        try {
            return Optional.of(key.get());
        } catch (ApiException refused) {
            return absentIfInvalid(refused);
        }
    }

    private static Optional<PrimaryKey> absentIfInvalid(ApiException refused) {
        if (refused.error() != ApiError.VALIDATION) {
            throw refused;
        }
        return Optional.empty();
    }

    private PrimaryKey key(TransactAction action) {
        ReferenceTable table = tables.require(action.tableName());
        Map<String, AttributeValue> item = action.item().attributes();
        if (action instanceof TransactAction.Put) {
            return table.keys().ofItem(item);
        }
        PrimaryKey key = table.keys().ofKey(item);
        if (action instanceof TransactAction.Update update) {
            new ReferenceUpdate(update.actions()).requireNoKeyAttribute(table.keySchema());
        }
        return key;
    }

    private CancellationReason evaluate(TransactAction action, List<Effect> effects) {
        Optional<PrimaryKey> key = keyOrNone(action);
        if (key.isEmpty()) {
            return mismatch();
        }
        ReferenceTable table = tables.require(action.tableName());
        Map<String, AttributeValue> before = table.get(key.orElseThrow());
        Map<String, AttributeValue> seen = Objects.requireNonNullElse(before, Map.of());
        if (action.condition() != null && !new ReferenceCondition(seen).holds(action.condition())) {
            boolean shown = action.showsItemOnFailure() && before != null;
            return new CancellationReason.ConditionalCheckFailed(shown ? Item.of(seen) : null);
        }
        try {
            effects.add(effect(action, table, key.orElseThrow(), before));
            return new CancellationReason.None();
        } catch (ApiException fault) {
            return new CancellationReason.ValidationError(
                    Objects.requireNonNullElse(fault.getMessage(), ""));
        }
    }

    private static Effect effect(
            TransactAction action,
            ReferenceTable table,
            PrimaryKey key,
            @Nullable Map<String, AttributeValue> before) {
        return switch (action) {
            case TransactAction.Put put -> put(table, key, put.item().attributes());
            case TransactAction.Delete _ -> new Effect(table, key, null, true);
            case TransactAction.Check _ -> new Effect(table, key, before, false);
            case TransactAction.Update update -> updated(update, table, key, before);
        };
    }

    private static Effect put(
            ReferenceTable table, PrimaryKey key, Map<String, AttributeValue> item) {
        table.requireStorable(item, item.keySet());
        return new Effect(table, key, item, true);
    }

    private static Effect updated(
            TransactAction.Update update,
            ReferenceTable table,
            PrimaryKey key,
            @Nullable Map<String, AttributeValue> before) {
        ReferenceUpdate change = new ReferenceUpdate(update.actions());
        if (before == null && change.createsNothing()) {
            return new Effect(table, key, null, false);
        }
        Map<String, AttributeValue> keys = table.keys().attributesOf(key);
        Map<String, AttributeValue> after = change.apply(before == null ? keys : before);
        ReferenceWrites.requireSize(ReferenceSize.ofItem(after));
        table.requireStorable(
                after, update.actions().stream().map(each -> each.path().attribute()).toList());
        return new Effect(table, key, after, true);
    }

    private static CancellationReason mismatch() {
        return new CancellationReason.ValidationError(
                "The provided key element does not match the schema");
    }
}
