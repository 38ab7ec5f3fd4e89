package dev.millrace.transfer.kinesis;

import dev.millrace.wire.destination.KinesisEntry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Deals records to requests.
///
/// A stream may take some records of a request and not others, so no request holds two of one item:
/// the second goes with a later round, after the first was taken. Within the bounds of a request
/// everything else goes together.
final class Rounds {
    /// The most records in one request.
    static final int RECORDS_MAX = 500;

    /// The most bytes in one request, data and partition keys; one record goes whatever its size.
    static final int BYTES_MAX = 5_000_000;

    private Rounds() {}

    /// The requests for `entries`, to be sent one after the other.
    static List<List<KinesisEntry>> of(List<KinesisEntry> entries) {
        List<List<KinesisEntry>> rounds = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (KinesisEntry entry : entries) {
            int round = seen.merge(entry.partitionKey(), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(entry);
        }
        return rounds.stream().flatMap(round -> cut(round).stream()).toList();
    }

    private static List<List<KinesisEntry>> cut(List<KinesisEntry> round) {
        List<List<KinesisEntry>> requests = new ArrayList<>();
        List<KinesisEntry> request = new ArrayList<>();
        long bytes = 0;
        for (KinesisEntry entry : round) {
            boolean isFull = request.size() == RECORDS_MAX || bytes + entry.sizeBytes() > BYTES_MAX;
            if (isFull && !request.isEmpty()) {
                requests.add(request);
                request = new ArrayList<>();
                bytes = 0;
            }
            request.add(entry);
            bytes += entry.sizeBytes();
        }
        requests.add(request);
        return requests;
    }
}
