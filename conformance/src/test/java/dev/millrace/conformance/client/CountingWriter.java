package dev.millrace.conformance.client;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A client that puts its keys in turn, each time with the number of the put. So what a table holds
/// of them at one moment tells after which put that was, and whether it was one moment at all.
final class CountingWriter {
    private static final int KEYS = 150;
    private static final String NUMBER = "number";

    private final DynamoDbClient client;
    private final String table;
    private final String name;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    CountingWriter(DynamoDbClient client, String table, String name) {
        this.client = client;
        this.table = table;
        this.name = name;
    }

    /// How many puts have been sent.
    int sent() {
        return sent.get();
    }

    /// How many puts have been answered.
    int answered() {
        return answered.get();
    }

    /// Writes each key once.
    void fill() {
        IntStream.range(0, KEYS).forEach(_ -> put());
    }

    /// Writes until somebody says that it is enough.
    void write(AtomicBoolean enough) {
        while (!enough.get()) {
            put();
        }
    }

    private void put() {
        int number = sent.getAndIncrement();
        client.putItem(put ->
                put.tableName(table)
                        .item(Items.with(Items.key(key(number)), NUMBER, Items.n(number))));
        answered.incrementAndGet();
    }

    /// After how many puts the table was as these items tell.
    ///
    /// @throws AssertionError if it never was
    int countIn(List<Map<String, AttributeValue>> items) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Map<String, AttributeValue> item : items) {
            String key = Items.value(item, TableForms.PARTITION_KEY).s();
            if (key.startsWith(name)) {
                numbers.put(key, Integer.valueOf(Items.value(item, NUMBER).n()));
            }
        }
        int last = numbers.values().stream().mapToInt(number -> number).max().orElse(-1);
        for (int number = Math.max(0, last - KEYS + 1); number <= last; number++) {
            if (!Integer.valueOf(number).equals(numbers.get(key(number)))) {
                throw new AssertionError(
                        "%s holds put %d and not put %d".formatted(name, last, number));
            }
        }
        return last + 1;
    }

    private String key(int number) {
        return name + "-" + number % KEYS;
    }
}
