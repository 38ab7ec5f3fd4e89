package dev.millrace.conformance.fault;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/// A client that writes and deletes items of its own, one transaction after another, and remembers
/// all it did and what it was told.
final class DiskWriter {
    static final String TABLE = "disk";
    static final String KEY = "id";
    static final String VERSION = "version";
    private static final int KEYS = 25;
    private static final int KEYS_OF_ONE_WRITE_MAX = 3;

    private final int number;
    private final Random random;
    private final int payloadMax;
    private final LongSupplier moments;
    private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong acknowledged = new AtomicLong();
    private long versions;

    /// @param moments tells how many entries the disk's journal has
    DiskWriter(int number, Random random, int payloadMax, LongSupplier moments) {
        this.number = number;
        this.random = random;
        this.payloadMax = payloadMax;
        this.moments = moments;
    }

    /// Writes as long as `goesOn`, or until the server is gone.
    void write(DynamoDbClient client, BooleanSupplier goesOn) {
        try {
            while (goesOn.getAsBoolean()) {
                write(client);
            }
        } catch (SdkClientException e) {
            // The server is gone; what was under way has no answer, and is remembered like that.
            Thread.onSpinWait();
        }
    }

    /// Writes once. Whether that was acknowledged.
    boolean write(DynamoDbClient client) {
        List<String> keys =
                random.ints(random.nextInt(1, KEYS_OF_ONE_WRITE_MAX + 1), 0, KEYS)
                        .distinct()
                        .mapToObj(this::key)
                        .toList();
        long version = random.nextInt(6) == 0 ? 0 : ++versions;
        long sent = moments.getAsLong();
        attempts.add(new Attempt(keys, version, sent, Attempt.NEVER));
        try {
            client.transactWriteItems(request ->
                    request.transactItems(keys.stream().map(key -> item(key, version)).toList()));
        } catch (InternalServerErrorException e) {
            return false;
        }
        attempts.set(attempts.size() - 1, new Attempt(keys, version, sent, moments.getAsLong()));
        acknowledged.incrementAndGet();
        return true;
    }

    /// How many writes were acknowledged.
    long acknowledged() {
        return acknowledged.get();
    }

    /// What contradicts the promises in a store as it was at `moment`: an acknowledged write that
    /// is missing, or half a write.
    List<String> violations(long moment, ToLongFunction<String> versionOf) {
        return violationsBetween(moment, moment, versionOf);
    }

    /// The same for a store as it was at some moment from `from` to `to`.
    List<String> violationsBetween(long from, long to, ToLongFunction<String> versionOf) {
        Map<String, Set<Long>> possible = new HashMap<>();
        for (Attempt attempt : List.copyOf(attempts)) {
            attempt.keys().forEach(key -> allow(possible, key, attempt, from, to));
        }
        List<String> violations = new ArrayList<>();
        possible.forEach((key, versionsOfKey) -> {
            long found = versionOf.applyAsLong(key);
            if (!versionsOfKey.contains(found)) {
                violations.add(key + " has " + found + " and may have " + versionsOfKey);
            }
        });
        return violations;
    }

    /// Takes what is found for acknowledged: no later crash may take it back.
    void settle(ToLongFunction<String> versionOf) {
        attempts.clear();
        for (int i = 0; i < KEYS; i++) {
            long found = versionOf.applyAsLong(key(i));
            attempts.add(new Attempt(List.of(key(i)), found, 0, 0));
        }
    }

    /// What was carried out although it was not acknowledged, in a store as it is now.
    List<String> unannounced(ToLongFunction<String> versionOf) {
        Map<String, Long> acknowledged = new HashMap<>();
        for (Attempt attempt : attempts) {
            if (attempt.acknowledged() != Attempt.NEVER) {
                attempt.keys().forEach(key -> acknowledged.put(key, attempt.version()));
            }
        }
        List<String> unannounced = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            long found = versionOf.applyAsLong(key(i));
            long expected = acknowledged.getOrDefault(key(i), 0L);
            if (found != expected) {
                unannounced.add(key(i) + " has " + found + " instead of " + expected);
            }
        }
        return unannounced;
    }

    private static void allow(
            Map<String, Set<Long>> possible, String key, Attempt attempt, long from, long to) {
        if (attempt.isAcknowledgedBy(from)) {
            possible.put(key, new HashSet<>(Set.of(attempt.version())));
        } else if (attempt.sent() <= to) {
            possible.computeIfAbsent(key, _ -> new HashSet<>(Set.of(0L))).add(attempt.version());
        }
    }

    private TransactWriteItem item(String key, long version) {
        return version == 0
                ? TransactWriteItem.builder()
                        .delete(delete ->
                                delete.tableName(TABLE).key(Map.of(KEY, AttributeValue.fromS(key))))
                        .build()
                : TransactWriteItem.builder()
                        .put(put -> put.tableName(TABLE).item(image(key, version)))
                        .build();
    }

    private Map<String, AttributeValue> image(String key, long version) {
        return Map.of(
                KEY,
                AttributeValue.fromS(key),
                VERSION,
                AttributeValue.fromN(Long.toString(version)),
                "payload",
                AttributeValue.fromS(noise(random.nextInt(payloadMax))));
    }

    // Something that does not shrink when it is compressed.
    private String noise(int chars) {
        StringBuilder noise = new StringBuilder(chars);
        for (int i = 0; i < chars; i++) {
            noise.append((char) ('0' + random.nextInt(64)));
        }
        return noise.toString();
    }

    private String key(int i) {
        return "writer-" + number + "-" + i;
    }
}
