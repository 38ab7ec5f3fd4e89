package dev.millrace.engine.operation;

import static dev.millrace.engine.EngineFixture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.TableBehaviour;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.insight.InsightsAction;
import dev.millrace.model.insight.InsightsDescription;
import dev.millrace.model.insight.InsightsMode;
import dev.millrace.model.insight.InsightsRule;
import dev.millrace.model.insight.InsightsStatus;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.DescribeContributorInsightsRequest;
import dev.millrace.model.request.ExecuteStatementRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.UpdateContributorInsightsRequest;
import dev.millrace.model.response.ConditionalCheckFailedException;
import dev.millrace.model.value.Item;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class ContributorInsightsTest {
    private static final Duration DELAY = Duration.ofSeconds(2);

    private final EngineFixture fixture =
            new EngineFixture(
                    new InMemoryStore(Keyspace.families()),
                    new TableBehaviour(DELAY, Duration.ofSeconds(30), false));

    @BeforeEach
    void createTable() {
        fixture.createTable("t", null);
        fixture.live(DELAY);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void statusPassesAfterTheDelay() {
        assertThat(enable().status()).isEqualTo(InsightsStatus.ENABLING);
        assertThat(describe().status()).isEqualTo(InsightsStatus.ENABLING);

        fixture.live(DELAY);

        assertThat(describe())
                .extracting(InsightsDescription::status, InsightsDescription::lastUpdate)
                .containsExactly(InsightsStatus.ENABLED, fixture.now());
    }

    @Test
    void settingOutlivesTheServer() {
        enable();
        fixture.live(DELAY);
        InsightsDescription before = describe();

        fixture.reopen();

        assertThat(describe()).isEqualTo(before);
    }

    @Test
    void newTableOfTheSameNameHasNoInsights() {
        enable();
        fixture.put("t", "a", "1");
        fixture.engine().deleteTable().execute(new DeleteTableRequest("t"));
        fixture.live(DELAY);
        fixture.createTable("t", null);
        fixture.live(DELAY);

        assertThat(describe().mode()).isNull();
        assertThatThrownBy(() -> report(InsightsRule.PKC, 60)).isInstanceOf(ApiException.class);
    }

    @Test
    void readsWeighTheirUnitsAndWritesThreeTimesTheirs() {
        enable();
        fixture.put("t", "a", "1");
        fixture.put("t", "b", "x".repeat(5_000));
        fixture.get("t", "a");
        fixture.get("t", "missing");

        ReportContributors.Response report = report(InsightsRule.PKC, 1);

        assertThat(report.shares())
                .extracting(share -> share.keys().getFirst(), ReportContributors.Share::value)
                .containsExactly(tuple("b", 15.0), tuple("a", 4.0), tuple("missing", 1.0));
        assertThat(report.total()).isEqualTo(20.0);
    }

    @Test
    void failedConditionWeighsWhatADeletionWould() {
        enable();
        fixture.put("t", "a", "x".repeat(2_000));

        assertThatThrownBy(() -> statement("DELETE FROM \"t\" WHERE pk = 'a' AND v = 'no'"))
                .isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(report(InsightsRule.PKC, 1).total()).isEqualTo(3 * (2.0 + 2.0));
    }

    @Test
    void statementsAreCounted() {
        enable();
        statement("INSERT INTO \"t\" VALUE {'pk': 'a', 'v': '1'}");
        statement("UPDATE \"t\" SET v = '2' WHERE pk = 'a'");
        statement("SELECT * FROM \"t\" WHERE pk = 'a'");
        statement("DELETE FROM \"t\" WHERE pk = 'a'");

        assertThat(report(InsightsRule.PKC, 1).total()).isEqualTo(3 * 3.0 + 0.5);
    }

    @Test
    void writesWhileInsightsAreOffAreNotCounted() {
        fixture.put("t", "a", "1");
        enable();
        fixture.put("t", "a", "2");
        disable();
        fixture.put("t", "a", "3");
        fixture.live(DELAY);
        enable();
        fixture.put("t", "a", "4");

        assertThat(report(InsightsRule.PKC, 60).total()).isEqualTo(3.0);
    }

    @Test
    void throttledKeysModeHasNoRuleOfAccesses() {
        update(InsightsAction.ENABLE, InsightsMode.THROTTLED_KEYS);
        fixture.put("t", "a", "1");

        assertThatThrownBy(() -> report(InsightsRule.PKC, 1))
                .hasMessage("Contributor insights have no rule PKC here");
        assertThat(report(InsightsRule.PKT, 1).shares()).isEmpty();
    }

    @Test
    void tableWithoutSortKeyHasNoRuleOfSortKeys() {
        enable();

        assertThatThrownBy(() -> report(InsightsRule.SKC, 1))
                .hasMessage("Contributor insights have no rule SKC here");
    }

    @Test
    void reportReachesBackAsFarAsAsked() {
        enable();
        fixture.put("t", "a", "1");
        fixture.live(Duration.ofMinutes(10));
        fixture.put("t", "a", "2");

        assertThat(report(InsightsRule.PKC, 10).total()).isEqualTo(3.0);
        assertThat(report(InsightsRule.PKC, 11).total()).isEqualTo(6.0);
    }

    @Test
    void longKeysAreCutAndStillToldApart() {
        enable();
        String begin = "k".repeat(1_000);
        fixture.put("t", Item.of(Map.of("pk", text(begin + "1"))));
        fixture.put("t", Item.of(Map.of("pk", text(begin + "2"))));

        assertThat(report(InsightsRule.PKC, 1).shares())
                .hasSize(2)
                .allSatisfy(share -> assertThat(share.keys().getFirst()).hasSize(256));
    }

    private void statement(String text) {
        fixture.engine()
                .statements()
                .executeStatement()
                .execute(
                        new ExecuteStatementRequest(
                                text,
                                List.of(),
                                false,
                                null,
                                null,
                                ReturnConsumedCapacity.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE));
    }

    private InsightsDescription enable() {
        return update(InsightsAction.ENABLE, InsightsMode.ACCESSED_AND_THROTTLED_KEYS);
    }

    private void disable() {
        update(InsightsAction.DISABLE, InsightsMode.ACCESSED_AND_THROTTLED_KEYS);
    }

    private InsightsDescription update(InsightsAction action, InsightsMode mode) {
        return fixture.engine()
                .resources()
                .updateContributorInsights()
                .execute(new UpdateContributorInsightsRequest("t", null, action, mode))
                .insights();
    }

    private InsightsDescription describe() {
        return fixture.engine()
                .resources()
                .describeContributorInsights()
                .execute(new DescribeContributorInsightsRequest("t", null))
                .insights();
    }

    private ReportContributors.Response report(InsightsRule rule, int minutes) {
        return fixture.engine()
                .resources()
                .reportContributors()
                .execute(new ReportContributors.Request("t", null, rule, minutes, 25));
    }
}
