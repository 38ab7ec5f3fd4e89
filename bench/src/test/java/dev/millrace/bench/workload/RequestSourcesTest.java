package dev.millrace.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.millrace.bench.load.Request;
import dev.millrace.bench.load.RequestSource;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

class RequestSourcesTest {
    private static final int CONNECTIONS = 4;
    private static final RequestKind.Setting SETTING =
            new RequestKind.Setting("t", 100, 50, CONNECTIONS, 1);

    @Test
    void batchThatWasRefusedIsSentAgainAsItWas() {
        RequestSource filling = RequestKind.filling(SETTING, false);
        String first = body(filling, 0);
        String second = body(filling, 1);
        filling.refused(0);

        assertThat(body(filling, 2)).isEqualTo(first).isNotEqualTo(second);
        assertThat(keys(body(filling, 3))).hasSize(25);
        assertThat(keys(body(filling, 3))).hasSize(25);
        assertThat(filling.next(0)).isNull();
    }

    @Test
    void keysOfABatchDifferFromEachOther() {
        RequestSource batches = RequestKind.BATCH.source(SETTING);
        for (int i = 0; i < 200; i++) {
            assertThat(keys(body(batches, 0))).hasSize(25);
        }
    }

    @Test
    void transactionsOfTwoConnectionsHaveNoKeyInCommon() {
        RequestSource transactions = RequestKind.TRANSACT.source(SETTING);
        List<Set<String>> keys =
                List.of(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (int i = 0; i < 200; i++) {
            Set<String> ofOne = keys(body(transactions, i % CONNECTIONS));
            assertThat(ofOne).hasSize(10);
            keys.get(i % CONNECTIONS).addAll(ofOne);
        }
        Set<String> all = new HashSet<>();
        keys.forEach(all::addAll);
        assertThat(all).hasSize(keys.stream().mapToInt(Set::size).sum());
    }

    @Test
    void ofAHundredMixedRequestsAboutFiveWrite() {
        RequestSource mixed = RequestKind.MIXED.source(SETTING);
        int writes = 0;
        for (int i = 0; i < 10_000; i++) {
            writes += Objects.requireNonNull(mixed.next(0)).operation();
        }
        assertThat(writes).isBetween(400, 600);
    }

    private static String body(RequestSource source, int connection) {
        Request request = Objects.requireNonNull(source.next(connection));
        return new String(request.body(), US_ASCII);
    }

    private static Set<String> keys(String body) {
        Set<String> keys = new HashSet<>();
        Pattern.compile("\"id\":\\{\"S\":\"(\\d+)\"")
                .matcher(body)
                .results()
                .forEach(found -> keys.add(found.group(1)));
        return keys;
    }
}
