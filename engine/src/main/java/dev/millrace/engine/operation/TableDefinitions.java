package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.WarmThroughput;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Checks what CreateTable asks for, and makes a key schema and partitions of it (dynamodb-api
/// reference, section 13.3).
final class TableDefinitions {
    private static final int PARTITION_WRITE_UNITS = 1_000;
    private static final int PARTITION_READ_UNITS = 3_000;
    private static final BigInteger HASHES = BigInteger.ONE.shiftLeft(Long.SIZE);

    private TableDefinitions() {}

    /// The key schema with the types of its attributes.
    static KeySchema keySchema(List<KeySchemaElement> elements, AttributeTypes types) {
        requireOrder(elements);
        requireDistinct(elements, types);
        types.requireDefined(elements);
        return new KeySchema(
                types.of(elements.getFirst()),
                elements.size() == 1 ? null : types.of(elements.get(1)));
    }

    /// The throughput that goes with a billing mode: none for on-demand, both units for
    /// provisioned.
    static ProvisionedThroughput throughput(
            BillingMode mode, @Nullable ProvisionedThroughput given) {
        return switch (mode) {
            case PAY_PER_REQUEST -> noThroughput(given);
            case PROVISIONED -> requiredThroughput(given);
        };
    }

    /// Where the partitions of a new table begin: as many as its warm throughput asks for, evenly
    /// over the hash space.
    static List<Long> partitions(WarmThroughput warm) {
        long count =
                Math.max(
                        Math.ceilDiv(warm.writeUnitsPerSecond(), PARTITION_WRITE_UNITS),
                        Math.ceilDiv(warm.readUnitsPerSecond(), PARTITION_READ_UNITS));
        List<Long> firstHashes = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            BigInteger first =
                    HASHES.multiply(BigInteger.valueOf(i)).divide(BigInteger.valueOf(count));
            firstHashes.add(first.longValue());
        }
        return firstHashes;
    }

    private static ProvisionedThroughput noThroughput(@Nullable ProvisionedThroughput given) {
        if (given != null && (given.readCapacityUnits() != 0 || given.writeCapacityUnits() != 0)) {
            throw ApiException.invalidParameter(
                    "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                            + " BillingMode is PAY_PER_REQUEST");
        }
        return new ProvisionedThroughput(0, 0);
    }

    private static ProvisionedThroughput requiredThroughput(@Nullable ProvisionedThroughput given) {
        if (given == null) {
            throw ApiException.invalidParameter(
                    "ReadCapacityUnits and WriteCapacityUnits must both be specified when"
                            + " BillingMode is PROVISIONED");
        }
        ThroughputRules.requireWithinQuota(ThroughputSubject.TABLE, given);
        return given;
    }

    private static void requireOrder(List<KeySchemaElement> elements) {
        if (elements.getFirst().keyType() != KeyType.HASH) {
            throw ApiException.validation(
                    "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }
        if (elements.size() == 1) {
            return;
        }
        if (elements.get(1).keyType() != KeyType.RANGE) {
            throw ApiException.validation(
                    "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }
    }

    private static void requireDistinct(List<KeySchemaElement> elements, AttributeTypes types) {
        long names = elements.stream().map(KeySchemaElement::attributeName).distinct().count();
        if (names < elements.size()) {
            throw ApiException.validation(
                    types.count() < elements.size()
                            ? "Invalid KeySchema: Some index key attribute have no definition"
                            : "Both the Hash Key and the Range Key element in the KeySchema have"
                                    + " the same name");
        }
    }
}
