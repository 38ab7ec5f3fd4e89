package dev.millrace.triggers.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.memory.InMemoryStore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

class TableDestinationTest {
    private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/failed";

    private final InMemoryStore store = new InMemoryStore(Keyspace.families());
    private final Engine engine =
            Engine.open(EngineOptions.of("us-east-1", "000000000000", new Random(7)), store);

    @AfterEach
    void close() {
        engine.close();
        store.close();
    }

    @Test
    void reportIsAnItemNamedByShardAndFirstRecord() {
        createTable(ScalarType.S);
        destinations().find(ARN).deliver(ReportFixture.exhausted());
        Item item = Objects.requireNonNull(item("mapping-1/shardId-1/101"));

        assertThat(item.get("condition")).isEqualTo(new AttributeValue.S("RetryAttemptsExhausted"));
        assertThat(item.attributes()).containsKeys("record", "recordWithPayload", "functionArn");
    }

    @Test
    void tableWhoseKeyIsNoTextIsRefused() {
        createTable(ScalarType.N);

        assertThatThrownBy(() -> destinations().find(ARN))
                .hasMessageContaining("the key of table failed must be of type S");
    }

    @Test
    void tableThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> destinations().find(ARN))
                .hasMessageContaining("there is no table failed");
    }

    private Destinations destinations() {
        return new ConfiguredDestinations(
                DestinationEndpoints.NONE,
                "us-east-1",
                HttpClient::newHttpClient,
                InstantSource.system(),
                engine.describeTable(),
                engine.putItem(),
                () -> "some-id");
    }

    private void createTable(ScalarType keyType) {
        engine.createTable()
                .execute(
                        new CreateTableRequest(
                                "failed",
                                List.of(new AttributeDefinition("id", keyType)),
                                List.of(new KeySchemaElement("id", KeyType.HASH)),
                                BillingMode.PAY_PER_REQUEST,
                                null,
                                null));
    }

    private @Nullable Item item(String id) {
        return engine.getItem()
                .execute(
                        new GetItemRequest(
                                "failed",
                                Item.of(Map.of("id", new AttributeValue.S(id))),
                                true,
                                null,
                                ExpressionAttributes.NONE,
                                ReturnConsumedCapacity.NONE))
                .item();
    }
}
