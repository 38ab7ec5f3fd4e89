package dev.millrace.testkit.invariant;

import static dev.millrace.testkit.invariant.Streams.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.value.Item;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

final class AcknowledgedWritesSurviveTest {
    private static final Item KEY = item("key", 0);
    private static final Item OLD = item("old", 1);
    private static final Item NEW = item("new", 2);

    private final AcknowledgementJournal journal = new AcknowledgementJournal();

    @BeforeEach
    void acknowledgeOneWrite() {
        journal.sent(KEY, OLD);
        journal.acknowledged(KEY);
    }

    @Test
    void acknowledgedWriteMustBeThere() {
        assertThat(AcknowledgedWritesSurvive.violations(journal, Map.of())).hasSize(1);
    }

    @Test
    void writeWithoutAnswerMayBeThere() {
        journal.sent(KEY, NEW);
        assertThat(AcknowledgedWritesSurvive.violations(journal, Map.of(KEY, NEW))).isEmpty();
    }

    @Test
    void writeWithoutAnswerMayBeMissing() {
        journal.sent(KEY, NEW);
        assertThat(AcknowledgedWritesSurvive.violations(journal, Map.of(KEY, OLD))).isEmpty();
    }

    @Test
    void stateBeforeAnAcknowledgedWriteIsAViolation() {
        journal.sent(KEY, NEW);
        journal.acknowledged(KEY);
        assertThat(AcknowledgedWritesSurvive.violations(journal, Map.of(KEY, OLD))).hasSize(1);
    }

    @Test
    void itemThatNobodyWroteIsAViolation() {
        assertThat(AcknowledgedWritesSurvive.violations(journal, Map.of(KEY, OLD, NEW, NEW)))
                .hasSize(1);
    }

    @Test
    void acknowledgedDeleteLeavesNothing() {
        journal.sent(KEY, null);
        journal.acknowledged(KEY);
        assertThat(AcknowledgedWritesSurvive.violations(journal, Map.of())).isEmpty();
    }
}
