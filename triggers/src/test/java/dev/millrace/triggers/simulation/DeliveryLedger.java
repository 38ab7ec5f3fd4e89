package dev.millrace.triggers.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.batch.Entry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What became of each record, and whether that was right: no record of a key is sent while an
/// earlier one of that key is unaccounted for.
final class DeliveryLedger {
    private final SimulatedStream stream;
    private final String seed;
    private final Set<String> accounted = new HashSet<>();

    DeliveryLedger(SimulatedStream stream, long seed) {
        this.stream = stream;
        this.seed = "seed " + seed;
    }

    void sent(Batch batch) {
        Set<String> before = new HashSet<>(accounted);
        for (Entry entry : batch.entries()) {
            SimulatedRecord record = record(entry);
            stream.all().stream()
                    .filter(other -> other.key() == record.key())
                    .filter(other -> other.number() < record.number())
                    .forEach(other ->
                            assertThat(before)
                                    .as("%s: %s is sent before %s", seed, record, other)
                                    .contains(other.sequenceNumber()));
            before.add(entry.sequenceNumber());
        }
    }

    void accountFor(List<Entry> entries) {
        entries.forEach(entry -> accounted.add(entry.sequenceNumber()));
    }

    void trimmed(List<SimulatedRecord> records) {
        records.forEach(record -> accounted.add(record.sequenceNumber()));
    }

    void requireComplete() {
        assertThat(stream.all())
                .as(seed)
                .allSatisfy(record -> assertThat(accounted).contains(record.sequenceNumber()));
    }

    private SimulatedRecord record(Entry entry) {
        return stream.all().get((int) (Long.parseLong(entry.sequenceNumber()) - 1_000_000));
    }
}
