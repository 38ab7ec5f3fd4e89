package dev.millrace.engine.operation;

import static dev.millrace.engine.EngineFixture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.TableBehaviour;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.request.UpdateTimeToLiveRequest;
import dev.millrace.model.response.ThroughputExceededException;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TimeToLiveSpecification;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class ThrottlingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final EngineFixture fixture =
            new EngineFixture(
                    new InMemoryStore(Keyspace.families()),
                    new TableBehaviour(Duration.ZERO, Duration.ofSeconds(30), true));

    @BeforeEach
    void createTable() {
        fixture.engine()
                .createTable()
                .execute(
                        new CreateTableRequest(
                                "t",
                                List.of(new AttributeDefinition("pk", ScalarType.S)),
                                List.of(new KeySchemaElement("pk", KeySchemaElement.KeyType.HASH)),
                                BillingMode.PROVISIONED,
                                new ProvisionedThroughput(1, 1),
                                null));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void unitsComeInByTheSecond() {
        fixture.put("t", "a", "1");
        assertThatThrownBy(this::put).isInstanceOf(ThroughputExceededException.class);

        fixture.live(SECOND);

        fixture.put("t", "a", "2");
    }

    @Test
    void fiveMinutesOfUnusedUnitsAreSaved() {
        fixture.live(Duration.ofHours(1));

        for (int i = 0; i < 300; i++) {
            put();
        }

        assertThatThrownBy(this::put).isInstanceOf(ThroughputExceededException.class);
    }

    @Test
    void debtHoldsBackUntilItIsPaidOff() {
        fixture.put("t", "a", "x".repeat(10 * 1_024 - 10));

        fixture.live(Duration.ofSeconds(9));
        assertThatThrownBy(this::put).isInstanceOf(ThroughputExceededException.class);

        fixture.live(SECOND);
        put();
    }

    @Test
    void raisedThroughputCountsAtOnce() {
        put();
        fixture.engine()
                .updateTable()
                .execute(new UpdateTableRequest("t", null, new ProvisionedThroughput(1, 10), null));
        fixture.live(SECOND);

        for (int i = 0; i < 10; i++) {
            put();
        }

        assertThatThrownBy(this::put).isInstanceOf(ThroughputExceededException.class);
    }

    @Test
    void readsDoNotUseUpWrites() {
        assertThat(fixture.get("t", "a")).isNull();

        put();
    }

    @Test
    void expiryCostsNothing() {
        fixture.engine()
                .resources()
                .updateTimeToLive()
                .execute(
                        new UpdateTimeToLiveRequest("t", new TimeToLiveSpecification(true, "ttl")));
        fixture.live(Duration.ofSeconds(200));
        for (int i = 0; i < 100; i++) {
            fixture.put("t", expired("k" + i));
        }
        fixture.live(Duration.ofSeconds(30));

        assertThat(fixture.describe("t").itemCount()).isZero();
        for (int i = 0; i < 100; i++) {
            put();
        }
    }

    private static Item expired(String key) {
        long second = EngineFixture.START.getEpochSecond();
        return Item.of(Map.of("pk", text(key), "ttl", new AttributeValue.N(Decimal.of(second))));
    }

    private void put() {
        fixture.put("t", "a", "v");
    }
}
