package dev.millrace.transfer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.wire.destination.KinesisEntry;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class RoundsTest {
    @Test
    void nothingNeedsNoRequest() {
        assertThat(Rounds.of(List.of())).isEmpty();
    }

    @Test
    void changesOfDifferentItemsGoTogether() {
        assertThat(Rounds.of(List.of(entry("a", 1), entry("b", 1), entry("c", 1)))).hasSize(1);
    }

    @Test
    void secondChangeOfAnItemGoesWithALaterRequest() {
        KinesisEntry first = entry("a", 1);
        KinesisEntry other = entry("b", 1);
        KinesisEntry second = entry("a", 2);
        assertThat(Rounds.of(List.of(first, second, other)))
                .containsExactly(List.of(first, other), List.of(second));
    }

    @Test
    void requestHoldsAsManyRecordsAsMayBe() {
        List<KinesisEntry> entries =
                IntStream.range(0, Rounds.RECORDS_MAX + 1)
                        .mapToObj(i -> entry("k" + i, 1))
                        .toList();
        assertThat(Rounds.of(entries)).map(List::size).containsExactly(Rounds.RECORDS_MAX, 1);
    }

    @Test
    void requestHoldsAsManyBytesAsMayBe() {
        List<KinesisEntry> entries =
                List.of(
                        entry("a", Rounds.BYTES_MAX / 2 - 1),
                        entry("b", Rounds.BYTES_MAX / 2 - 1),
                        entry("c", 1));
        assertThat(Rounds.of(entries)).map(List::size).containsExactly(2, 1);
    }

    @Test
    void recordThatIsLargerThanARequestGoesAlone() {
        assertThat(Rounds.of(List.of(entry("a", 1), entry("b", Rounds.BYTES_MAX), entry("c", 1))))
                .map(List::size)
                .containsExactly(1, 1, 1);
    }

    @Test
    void everyChangeGoesOnceAndThoseOfAnItemInTheirOrder() {
        Random random = new Random(11);
        List<KinesisEntry> entries = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String key = "k" + random.nextInt(40);
            entries.add(new KinesisEntry(Binary.of(Integer.toString(i).getBytes(UTF_8)), key));
        }
        List<List<KinesisEntry>> requests = Rounds.of(entries);
        for (List<KinesisEntry> request : requests) {
            assertThat(new HashSet<>(request.stream().map(KinesisEntry::partitionKey).toList()))
                    .hasSameSizeAs(request);
        }
        for (int k = 0; k < 40; k++) {
            String key = "k" + k;
            assertThat(requests.stream().flatMap(List::stream).filter(it -> is(it, key)))
                    .containsExactlyElementsOf(entries.stream().filter(it -> is(it, key)).toList());
        }
    }

    private static boolean is(KinesisEntry entry, String key) {
        return entry.partitionKey().equals(key);
    }

    private static KinesisEntry entry(String key, int bytes) {
        return new KinesisEntry(Binary.of(new byte[bytes]), key);
    }
}
