package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.ListTablesRequest;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

class TableLifecycleTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theAnswerShowsCreatingAndTheTableIsActiveThen() {
        TableDescription answer = provisioned("t", 5, 5);
        assertThat(answer.tableStatus()).isEqualTo(TableStatus.CREATING);
        assertThat(fixture.describe("t").tableStatus()).isEqualTo(TableStatus.ACTIVE);
    }

    @Test
    void aTableHasOnePartitionForEachThousandWriteOrThreeThousandReadUnits() {
        assertThat(shards(provisioned("small", 5, 5))).isEqualTo(1);
        assertThat(shards(provisioned("writes", 1, 1_001))).isEqualTo(2);
        assertThat(shards(provisioned("reads", 9_000, 1_000))).isEqualTo(3);
    }

    @Test
    void aNameCanOnlyBeTakenOnce() {
        fixture.createTable("t", null);
        assertThatThrownBy(() -> fixture.createTable("t", null))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.RESOURCE_IN_USE))
                .hasMessage("Table already exists: t");
    }

    @Test
    void countsAndSizesFollowTheItems() {
        fixture.createTable("t", null);
        fixture.put("t", "a", "xyz");
        fixture.put("t", "b", "x");
        fixture.put("t", "b", "xyz");
        TableDescription table = fixture.describe("t");
        assertThat(table.itemCount()).isEqualTo(2);
        assertThat(table.tableSizeBytes()).isEqualTo(2 * (2 + 1 + 1 + 3));
    }

    @Test
    void tablesAreListedInPages() {
        for (String name : List.of("c", "a", "b")) {
            fixture.createTable(name, null);
        }
        var first = fixture.engine().listTables().execute(new ListTablesRequest(null, 2));
        assertThat(first.tableNames()).containsExactly("a", "b");
        assertThat(first.lastEvaluatedTableName()).isEqualTo("b");
        var second = fixture.engine().listTables().execute(new ListTablesRequest("b", 2));
        assertThat(second.tableNames()).containsExactly("c");
        assertThat(second.lastEvaluatedTableName()).isNull();
    }

    private TableDescription provisioned(String name, long reads, long writes) {
        return fixture.engine()
                .createTable()
                .execute(
                        new CreateTableRequest(
                                name,
                                List.of(new AttributeDefinition("pk", ScalarType.S)),
                                List.of(new KeySchemaElement("pk", KeyType.HASH)),
                                null,
                                new ProvisionedThroughput(reads, writes),
                                new StreamSpecification(true, StreamViewType.KEYS_ONLY)))
                .tableDescription();
    }

    private int shards(TableDescription table) {
        return fixture.describeStream(Objects.requireNonNull(table.latestStreamArn()))
                .shards()
                .size();
    }
}
