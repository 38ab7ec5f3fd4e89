package dev.millrace.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class ThroughputHistoryTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-22T23:59:59Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final ProvisionedThroughput FEW = new ProvisionedThroughput(5, 5);
    private static final ProvisionedThroughput MANY = new ProvisionedThroughput(9, 9);
    private static final ProvisionedThroughput READS = new ProvisionedThroughput(9, 5);
    private static final ProvisionedThroughput WRITES = new ProvisionedThroughput(5, 9);

    @Test
    void raisingUnitsIsAnIncrease() {
        assertThat(ThroughputHistory.NONE.including(FEW, READS, MORNING))
                .isEqualTo(new ThroughputHistory(MORNING, null, 0, null));
    }

    @Test
    void loweringUnitsIsADecrease() {
        assertThat(ThroughputHistory.NONE.including(MANY, WRITES, MORNING))
                .isEqualTo(new ThroughputHistory(null, MORNING, 1, null));
    }

    @Test
    void raisingOneAndLoweringTheOtherIsBoth() {
        assertThat(ThroughputHistory.NONE.including(READS, WRITES, MORNING))
                .isEqualTo(new ThroughputHistory(MORNING, MORNING, 1, null));
    }

    @Test
    void decreasesOfOneDayAreCountedTogether() {
        ThroughputHistory twice =
                ThroughputHistory.NONE
                        .including(MANY, READS, MORNING)
                        .including(READS, FEW, EVENING);

        assertThat(twice.decreasesOn(EVENING)).isEqualTo(2);
    }

    @Test
    void countBeginsAnewAtMidnightUtc() {
        ThroughputHistory once = ThroughputHistory.NONE.including(MANY, READS, EVENING);

        assertThat(once.shownAt(MIDNIGHT)).isEqualTo(new ThroughputHistory(null, EVENING, 0, null));
        assertThat(once.including(READS, FEW, MIDNIGHT).decreasesOn(MIDNIGHT)).isEqualTo(1);
    }
}
