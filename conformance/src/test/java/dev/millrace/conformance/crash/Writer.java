package dev.millrace.conformance.crash;

import dev.millrace.model.value.Item;
import dev.millrace.testkit.invariant.AcknowledgementJournal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// A client that puts, updates and deletes the items of a key range of its own, one after another,
/// until the server is gone.
///
/// It knows the state of each of its items, so it can foretell what a write leaves behind. A
/// payload is a letter repeated, as often and the same letter as the version says: an item half of
/// one write and half of another shows.
final class Writer {
    private static final int KEYS = 40;
    private static final int PAYLOAD_CHARS_MAX = 700;
    private static final int LETTERS = 26;
    private static final String PAYLOAD = "payload";
    private static final String UPDATES = "updates";

    private final int number;
    private final Random random;
    private final AtomicLong versions;
    private final AcknowledgementJournal journal;
    private final AcknowledgedVersions acknowledged;
    private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();

    /// @param versions gives each write of each writer a number of its own
    Writer(
            int number,
            Random random,
            AtomicLong versions,
            AcknowledgementJournal journal,
            AcknowledgedVersions acknowledged) {
        this.number = number;
        this.random = random;
        this.versions = versions;
        this.journal = journal;
        this.acknowledged = acknowledged;
    }

    /// Writes until a call gets no answer because the server is killed. That call may have been
    /// carried out or not, so it stays open in the journal.
    void writeUntilTheServerIsGone(DynamoDbClient client, Kill kill) {
        try {
            while (true) {
                write(client, keyText(random.nextInt(KEYS)));
                kill.acknowledged();
            }
        } catch (SdkClientException e) {
            kill.requireBegun(e);
        }
    }

    /// The keys of its items.
    List<Item> keys() {
        return IntStream.range(0, KEYS).mapToObj(i -> keyItem(keyText(i))).toList();
    }

    /// Takes over the state in which the table was found after the restart.
    void resume(List<Map<String, AttributeValue>> found) {
        items.clear();
        for (Map<String, AttributeValue> item : found) {
            String key = text(item, CrashTable.KEY);
            if (key.startsWith(keyPrefix())) {
                items.put(key, item);
            }
        }
    }

    private void write(DynamoDbClient client, String key) {
        Map<String, AttributeValue> before = items.get(key);
        int draw = random.nextInt(10);
        if (draw < 5) {
            put(client, key);
        } else if (before == null || draw < 8) {
            update(client, key, before);
        } else {
            delete(client, key, before);
        }
    }

    private void put(DynamoDbClient client, String key) {
        long version = versions.incrementAndGet();
        Map<String, AttributeValue> item = item(key, version);
        journal.sent(keyItem(key), ModelForms.item(item));
        client.putItem(request -> request.tableName(CrashTable.NAME).item(item));
        acknowledge(key, item);
    }

    private void update(
            DynamoDbClient client, String key, @Nullable Map<String, AttributeValue> before) {
        long version = versions.incrementAndGet();
        Map<String, AttributeValue> after = item(key, version);
        long updates = before == null ? 0 : number(before, UPDATES);
        after.put(UPDATES, number(updates + 1));
        journal.sent(keyItem(key), ModelForms.item(after));
        client.updateItem(request ->
                request.tableName(CrashTable.NAME)
                        .key(key(key))
                        .updateExpression("SET version = :v, payload = :p ADD updates :one")
                        .expressionAttributeValues(
                                Map.of(
                                        ":v", number(version),
                                        ":p", payload(version),
                                        ":one", number(1))));
        acknowledge(key, after);
    }

    private void delete(DynamoDbClient client, String key, Map<String, AttributeValue> before) {
        journal.sent(keyItem(key), null);
        client.deleteItem(request -> request.tableName(CrashTable.NAME).key(key(key)));
        journal.acknowledged(keyItem(key));
        acknowledged.deleted(number(before, CrashTable.VERSION));
        items.remove(key);
    }

    private void acknowledge(String key, Map<String, AttributeValue> after) {
        journal.acknowledged(keyItem(key));
        acknowledged.written(number(after, CrashTable.VERSION));
        items.put(key, after);
    }

    private String keyText(int i) {
        return keyPrefix() + i;
    }

    private String keyPrefix() {
        return "writer-" + number + "-";
    }

    private static Map<String, AttributeValue> item(String key, long version) {
        Map<String, AttributeValue> item = new TreeMap<>(key(key));
        item.put(CrashTable.VERSION, number(version));
        item.put(PAYLOAD, payload(version));
        return item;
    }

    private static AttributeValue payload(long version) {
        String letter = Character.toString('a' + (int) (version % LETTERS));
        return AttributeValue.fromS(letter.repeat((int) (version % PAYLOAD_CHARS_MAX)));
    }

    private static Map<String, AttributeValue> key(String key) {
        return Map.of(
                CrashTable.KEY, AttributeValue.fromS(key),
                CrashTable.SORT_KEY, AttributeValue.fromS("only"));
    }

    private static Item keyItem(String key) {
        return ModelForms.item(key(key));
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? "" : value.s();
    }
}
