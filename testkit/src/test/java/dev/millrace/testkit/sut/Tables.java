package dev.millrace.testkit.sut;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableStatus;

import java.time.Instant;
import java.util.List;

/// The table of these tests.
final class Tables {
    static final KeySchema KEY_SCHEMA = new KeySchema(new KeyAttribute("id", ScalarType.S), null);

    private Tables() {}

    static TableDescription described(TableStatus status) {
        return new TableDescription(
                "t",
                "arn:aws:dynamodb:local:000000000000:table/t",
                "00000000-0000-0000-0000-000000000000",
                status,
                Instant.EPOCH,
                KEY_SCHEMA,
                List.of(new AttributeDefinition("id", ScalarType.S)),
                BillingMode.PAY_PER_REQUEST,
                new ProvisionedThroughput(0, 0),
                0,
                0,
                null,
                null,
                null);
    }
}
