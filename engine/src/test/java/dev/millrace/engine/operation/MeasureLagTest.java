package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.model.request.MeasureLagRequest;
import dev.millrace.model.response.MeasureLagResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

class MeasureLagTest {
    private final EngineFixture fixture = new EngineFixture();

    @BeforeEach
    void write() {
        fixture.createTable("t", StreamViewType.KEYS_ONLY);
        for (int i = 0; i < 5; i++) {
            fixture.put("t", "x", "v" + i);
            fixture.pass(Duration.ofSeconds(1));
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void wholeShardIsMeasuredFromItsBeginning() {
        assertThat(total(null, 100)).isEqualTo(new MeasureLagResponse(5, Duration.ofSeconds(5)));
    }

    @Test
    void recordsUpToTheNumberDoNotCount() {
        List<StreamRecord> records = fixture.recordsOf("t");

        assertThat(total(records.get(2).sequenceNumber(), 100))
                .isEqualTo(new MeasureLagResponse(2, Duration.ofSeconds(2)));
    }

    @Test
    void nothingBehindTheLastRecordHasNoAge() {
        String last = fixture.recordsOf("t").getLast().sequenceNumber();

        assertThat(total(last, 100)).isEqualTo(new MeasureLagResponse(0, Duration.ZERO));
    }

    @Test
    void countingStopsAtItsBound() {
        assertThat(total(null, 3).records()).isEqualTo(3);
    }

    @Test
    void trimmedRecordsDoNotCount() {
        fixture.pass(Duration.ofHours(24).minusSeconds(3));

        assertThat(total(null, 100).records()).isEqualTo(2);
    }

    // All records are of one key, so of one shard.
    private MeasureLagResponse total(@Nullable String after, int max) {
        String arn = Objects.requireNonNull(fixture.describe("t").latestStreamArn());
        MeasureLagResponse total = new MeasureLagResponse(0, Duration.ZERO);
        for (ShardDescription shard : fixture.describeStream(arn).shards()) {
            MeasureLagResponse each =
                    fixture.engine()
                            .inside()
                            .measureLag()
                            .execute(new MeasureLagRequest(arn, shard.shardId(), after, max));
            total = each.records() > 0 ? each : total;
        }
        return total;
    }
}
