package dev.millrace.transfer.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.wire.destination.KinesisEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/// A service that answers as it was told, and takes everything once it has done so.
final class ScriptedKinesis implements Kinesis {
    private final Deque<Function<List<KinesisEntry>, List<@Nullable String>>> answers =
            new ArrayDeque<>();
    private final List<String> taken = new ArrayList<>();
    private final List<Integer> requests = new ArrayList<>();

    /// Refuses the entries of the next request whose partition key is one of these.
    void refuseNext(String... keys) {
        answers.add(entries -> answer(entries, List.of(keys)));
    }

    /// Fails at the next request.
    void failNext(KinesisException failure) {
        answers.add(_ -> {
            throw failure;
        });
    }

    /// What was taken, in its order: partition key, colon, data.
    List<String> taken() {
        return taken;
    }

    /// How many records each request had.
    List<Integer> requests() {
        return requests;
    }

    @Override
    public @Nullable String failureOf(String streamArn) {
        return null;
    }

    @Override
    public List<@Nullable String> put(String streamArn, List<KinesisEntry> entries) {
        requests.add(entries.size());
        List<@Nullable String> refusals =
                answers.isEmpty() ? answer(entries, List.of()) : answers.remove().apply(entries);
        for (int i = 0; i < entries.size(); i++) {
            if (refusals.get(i) == null) {
                taken.add(text(entries.get(i)));
            }
        }
        return refusals;
    }

    private static List<@Nullable String> answer(List<KinesisEntry> entries, List<String> busy) {
        List<@Nullable String> refusals = new ArrayList<>();
        for (KinesisEntry entry : entries) {
            refusals.add(busy.contains(entry.partitionKey()) ? "Busy" : null);
        }
        return refusals;
    }

    private static String text(KinesisEntry entry) {
        byte[] data = entry.data().bytes();
        return entry.partitionKey() + ":" + new String(data, UTF_8);
    }
}
