package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class DemoReportTest {

    private static final Written WRITTEN =
            new Written(123, new ChangeCounts(3000, 1200, 367), Duration.ofSeconds(2));
    private static final ReadBack READ_BACK = new ReadBack(4567, 4, Duration.ofMillis(100));

    @Test
    void figuresOfAProofAreShown() {
        assertThat(new DemoReport(WRITTEN, READ_BACK, 2633, 2633, 0, List.of()).lines())
                .containsExactly(
                        "commits      123",
                        "changes      4,567 (puts 3,000, updates 1,200, deletes 367)",
                        "records      4,567 read from 4 shards",
                        "rate         2,284 changes/s written, 45,670 records/s read",
                        "verdict      the replayed stream equals the table (2,633 items)"
                                + " and the tree at HEAD (2,633 files)");
    }

    @Test
    void differencesAreShown() {
        assertThat(new DemoReport(WRITTEN, READ_BACK, 1, 1, 1, List.of("a: b")).lines())
                .endsWith("verdict      NOT EQUAL: 1 difference:", "             a: b");
    }

    @Test
    void manyDifferencesAreCounted() {
        assertThat(new DemoReport(WRITTEN, READ_BACK, 1, 1, 1234, List.of("a: b")).lines())
                .contains("verdict      NOT EQUAL: 1,234 differences; the first 1:");
    }

    @Test
    void noTimeIsNoFailure() {
        Written nothing = new Written(0, ChangeCounts.NONE, Duration.ZERO);
        assertThat(new DemoReport(nothing, READ_BACK, 0, 0, 0, List.of()).lines())
                .contains("rate         0 changes/s written, 45,670 records/s read");
    }
}
