package dev.millrace.triggers.run;

import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.triggers.function.Invocation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A table of counters, one for each key of the table with the stream, and the transaction by which
/// a function counts its batch there.
final class EffectCounts {
    private static final String TABLE = "counts";
    private static final Pattern TOKEN = Pattern.compile("\"clientRequestToken\":\"(.*?)\"");

    private final TriggerFixture fixture;

    EffectCounts(TriggerFixture fixture) {
        this.fixture = fixture;
        fixture.createTable(TABLE, null);
    }

    /// The token that an invocation brings.
    static String token(Invocation invocation) {
        Matcher token = TOKEN.matcher(Objects.requireNonNull(invocation.clientContext()));
        if (!token.find()) {
            throw new AssertionError("no token in " + invocation.clientContext());
        }
        return token.group(1);
    }

    /// Counts each of the keys, all in one transaction.
    void count(List<String> keys, String token) {
        fixture.engine()
                .transactWriteItems()
                .execute(
                        new TransactWriteItemsRequest(
                                keys.stream().map(EffectCounts::increment).toList(),
                                token,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    /// How often a key was counted.
    int of(String key) {
        Item item =
                fixture.engine()
                        .getItem()
                        .execute(
                                new GetItemRequest(
                                        TABLE,
                                        key(key),
                                        true,
                                        null,
                                        ExpressionAttributes.NONE,
                                        ReturnConsumedCapacity.NONE))
                        .item();
        return switch (item == null ? null : item.get("n")) {
            case AttributeValue.N(Decimal number) -> number.number().intValueExact();
            case null, default -> 0;
        };
    }

    private static TransactWrite increment(String key) {
        return new TransactWrite.Update(
                TABLE,
                key(key),
                "ADD n :one",
                null,
                new ExpressionAttributes(null, Map.of(":one", new AttributeValue.N(Decimal.of(1)))),
                ReturnValuesOnConditionCheckFailure.NONE);
    }

    private static Item key(String key) {
        return Item.of(Map.of("pk", new AttributeValue.S(key)));
    }
}
