package dev.millrace.wire.item;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.shape.Violations;
import dev.millrace.wire.value.ValueLayer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The actions of a transaction that writes, as the request lists them.
final class TransactWrites {
    /// The most actions of one transaction.
    static final int COUNT_MAX = 100;

    // Of these two members the service model requires a value in a transaction only.
    private static final Member<String> UPDATE_EXPRESSION =
            Member.text("UpdateExpression").required();
    private static final Member<String> CHECKED_CONDITION =
            Member.text("ConditionExpression").required();

    private static final Member<Fields> CONDITION_CHECK =
            Member.structure(
                    "ConditionCheck",
                    Structure.of(
                            "ConditionCheck",
                            ItemMembers.KEY,
                            ItemMembers.TABLE_NAME,
                            CHECKED_CONDITION,
                            ItemMembers.NAMES,
                            ItemMembers.VALUES,
                            ItemMembers.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));
    private static final Member<Fields> PUT =
            Member.structure(
                    "Put",
                    Structure.of(
                            "Put",
                            ItemMembers.ITEM,
                            ItemMembers.TABLE_NAME,
                            ItemMembers.CONDITION_EXPRESSION,
                            ItemMembers.NAMES,
                            ItemMembers.VALUES,
                            ItemMembers.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));
    private static final Member<Fields> DELETE =
            Member.structure(
                    "Delete",
                    Structure.of(
                            "Delete",
                            ItemMembers.KEY,
                            ItemMembers.TABLE_NAME,
                            ItemMembers.CONDITION_EXPRESSION,
                            ItemMembers.NAMES,
                            ItemMembers.VALUES,
                            ItemMembers.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));
    private static final Member<Fields> UPDATE =
            Member.structure(
                    "Update",
                    Structure.of(
                            "Update",
                            ItemMembers.KEY,
                            UPDATE_EXPRESSION,
                            ItemMembers.TABLE_NAME,
                            ItemMembers.CONDITION_EXPRESSION,
                            ItemMembers.NAMES,
                            ItemMembers.VALUES,
                            ItemMembers.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));

    private static final List<Member<Fields>> WITH_KEY = List.of(CONDITION_CHECK, DELETE, UPDATE);

    static final Member<List<Fields>> TRANSACT_ITEMS =
            Member.structures(
                            "TransactItems",
                            Structure.of("TransactWriteItem", CONDITION_CHECK, PUT, DELETE, UPDATE))
                    .required()
                    .rule(TransactWrites::checkCount);

    private TransactWrites() {}

    /// The actions in their order, with what is wrong with one by itself.
    ///
    /// AWS goes through the actions one after another, and in an action that has a key it looks at
    /// the expressions before that (public captures of ten regions, 9 October 2026). So an action
    /// with a fault ends the list; it is the last in it if only its key is at fault.
    ///
    /// @param fault null if there is none
    record Actions(List<TransactWrite> actions, @Nullable ApiException fault) {}

    static Actions of(List<Fields> given) {
        List<TransactWrite> actions = new ArrayList<>(given.size());
        try {
            for (Fields action : given) {
                actions.add(of(action));
                requireKey(action);
            }
            return new Actions(actions, null);
        } catch (ApiException fault) {
            return new Actions(actions, fault);
        }
    }

    static void checkCount(List<?> actions, String path, Violations violations) {
        if (actions.isEmpty()) {
            violations.add(actions, path, "Member must have length greater than or equal to 1");
        } else if (actions.size() > COUNT_MAX) {
            violations.add(
                    "Value at 'TransactItems' failed to satisfy constraint: Member must have length"
                            + " less than or equal to "
                            + COUNT_MAX);
        }
    }

    private static TransactWrite of(Fields action) {
        requireOne(action);
        Fields check = action.get(CONDITION_CHECK);
        if (check != null) {
            return conditionCheck(check);
        }
        Fields put = action.get(PUT);
        if (put != null) {
            return put(put);
        }
        Fields delete = action.get(DELETE);
        return delete != null ? delete(delete) : update(action.require(UPDATE));
    }

    private static void requireKey(Fields action) {
        for (Member<Fields> kind : WITH_KEY) {
            Fields of = action.get(kind);
            if (of != null) {
                of.require(ItemMembers.KEY).orThrow(ValueLayer.OLDER);
            }
        }
    }

    private static void requireOne(Fields action) {
        long given =
                Stream.of(CONDITION_CHECK, PUT, DELETE, UPDATE)
                        .map(action::get)
                        .filter(Objects::nonNull)
                        .count();
        if (given != 1) {
            throw ApiException.validation(
                    "TransactItems can only contain one of Check, Put, Update or Delete");
        }
    }

    private static TransactWrite conditionCheck(Fields of) {
        return new TransactWrite.ConditionCheck(
                ItemMembers.tableName(of),
                of.require(ItemMembers.KEY).values(),
                of.require(CHECKED_CONDITION),
                ItemMembers.validPlaceholders(of),
                ItemMembers.onConditionCheckFailure(of));
    }

    private static TransactWrite put(Fields of) {
        return new TransactWrite.Put(
                ItemMembers.tableName(of),
                of.require(ItemMembers.ITEM).orThrow(ValueLayer.OLDER),
                of.get(ItemMembers.CONDITION_EXPRESSION),
                ItemMembers.validPlaceholders(of),
                ItemMembers.onConditionCheckFailure(of));
    }

    private static TransactWrite delete(Fields of) {
        return new TransactWrite.Delete(
                ItemMembers.tableName(of),
                of.require(ItemMembers.KEY).values(),
                of.get(ItemMembers.CONDITION_EXPRESSION),
                ItemMembers.validPlaceholders(of),
                ItemMembers.onConditionCheckFailure(of));
    }

    private static TransactWrite update(Fields of) {
        return new TransactWrite.Update(
                ItemMembers.tableName(of),
                of.require(ItemMembers.KEY).values(),
                of.require(UPDATE_EXPRESSION),
                of.get(ItemMembers.CONDITION_EXPRESSION),
                ItemMembers.validPlaceholders(of),
                ItemMembers.onConditionCheckFailure(of));
    }
}
