package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.TableBehaviour;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.ListTablesRequest;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableStatus;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;

class StatusDelayTest {
    private static final Duration DELAY = Duration.ofSeconds(10);

    private final EngineFixture fixture =
            new EngineFixture(
                    new InMemoryStore(Keyspace.families()),
                    new TableBehaviour(DELAY, Duration.ofSeconds(30), false));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tableIsCreatingForTheWholeDelay() {
        fixture.createTable("t", null);

        fixture.live(DELAY.minusMillis(1));

        assertThat(fixture.describe("t").tableStatus()).isEqualTo(TableStatus.CREATING);
    }

    @Test
    void tableIsActiveAfterTheDelay() {
        fixture.createTable("t", null);

        fixture.live(DELAY);

        assertThat(fixture.describe("t").tableStatus()).isEqualTo(TableStatus.ACTIVE);
    }

    @Test
    void restartBeginsTheDelayAgain() {
        fixture.createTable("t", null);
        fixture.live(DELAY.minusMillis(1));

        fixture.reopen();

        assertThat(fixture.describe("t").tableStatus()).isEqualTo(TableStatus.CREATING);
        fixture.live(DELAY);
        assertThat(fixture.describe("t").tableStatus()).isEqualTo(TableStatus.ACTIVE);
    }

    @Test
    void enablingStreamHasNoShards() {
        TableDescription table = fixture.createTable("t", StreamViewType.KEYS_ONLY);

        assertThat(fixture.describeStream(Objects.requireNonNull(table.latestStreamArn())))
                .satisfies(stream -> {
                    assertThat(stream.streamStatus()).isEqualTo(StreamStatus.ENABLING);
                    assertThat(stream.shards()).isEmpty();
                });
    }

    @Test
    void nameIsFreeOnlyWhenTheDeletedTableIsGone() {
        fixture.createTable("t", null);
        fixture.live(DELAY);
        fixture.engine().deleteTable().execute(new DeleteTableRequest("t"));

        assertThat(fixture.describe("t").tableStatus()).isEqualTo(TableStatus.DELETING);
        fixture.live(DELAY);
        assertThat(
                        fixture.engine()
                                .listTables()
                                .execute(new ListTablesRequest(null, 100))
                                .tableNames())
                .isEmpty();
    }
}
