package dev.millrace.wire.table;

import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.SseSpecification;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// The table that an import creates, in requests and in what is told of them.
public final class TableCreationMembers {
    private static final Member<String> TABLE_NAME = TableName.plain("TableName").required();
    private static final Member<List<Fields>> ATTRIBUTE_DEFINITIONS =
            TableMembers.ATTRIBUTE_DEFINITIONS.required();
    private static final Member<List<Fields>> KEY_SCHEMA = TableMembers.KEY_SCHEMA.required();

    /// The member that has the table.
    public static final Member<Fields> MEMBER =
            Member.structure(
                            "TableCreationParameters",
                            Structure.of(
                                    "TableCreationParameters",
                                    TABLE_NAME,
                                    ATTRIBUTE_DEFINITIONS,
                                    KEY_SCHEMA,
                                    TableMembers.BILLING_MODE,
                                    TableMembers.PROVISIONED_THROUGHPUT,
                                    OptionMembers.ON_DEMAND_THROUGHPUT,
                                    OptionMembers.SSE_SPECIFICATION,
                                    IndexMembers.GLOBAL_SECONDARY_INDEXES,
                                    VectorMembers.VECTOR_INDEXES))
                    .required();

    private TableCreationMembers() {}

    /// The table in the fields of [#MEMBER].
    ///
    /// @throws dev.millrace.model.error.ApiException if it asks for what there is not
    public static CreateTableRequest of(Fields table) {
        table.requireSupported();
        return new CreateTableRequest(
                table.require(TABLE_NAME),
                TableMembers.attributeDefinitions(table.require(ATTRIBUTE_DEFINITIONS)),
                TableMembers.keySchema(table.require(KEY_SCHEMA)),
                TableMembers.billingMode(table),
                TableMembers.provisionedThroughput(table),
                null,
                new TableOptions(
                        null,
                        null,
                        OptionMembers.sseSpecification(table, OptionMembers.SSE_SPECIFICATION),
                        OptionMembers.onDemandThroughput(table),
                        null),
                List.of(),
                null,
                null,
                IndexMembers.globalIndexes(table),
                VectorMembers.indexes(table));
    }

    /// Writes the member `TableCreationParameters`.
    public static void write(CreateTableRequest table, JsonOutput output) {
        output.startObject(MEMBER.name());
        output.text("TableName", table.tableName());
        output.startArray("AttributeDefinitions");
        table.attributeDefinitions().forEach(definition -> write(definition, output));
        output.endArray();
        writeKeys(table.keySchema(), output);
        if (table.billingMode() != null) {
            output.text("BillingMode", Objects.requireNonNull(table.billingMode()).name());
        }
        write(table.provisionedThroughput(), output);
        write(table.options().onDemandThroughput(), output);
        write(table.options().sseSpecification(), output);
        IndexCreationJson.write(table.globalSecondaryIndexes(), output);
        IndexCreationJson.writeVectors(table.vectorIndexes(), output);
        output.endObject();
    }

    private static void write(AttributeDefinition definition, JsonOutput output) {
        output.startObject();
        output.text("AttributeName", definition.attributeName());
        output.text("AttributeType", definition.attributeType().name());
        output.endObject();
    }

    static void writeKeys(List<KeySchemaElement> keys, JsonOutput output) {
        output.startArray("KeySchema");
        for (KeySchemaElement key : keys) {
            output.startObject();
            output.text("AttributeName", key.attributeName());
            output.text("KeyType", key.keyType().name());
            output.endObject();
        }
        output.endArray();
    }

    static void write(@Nullable ProvisionedThroughput units, JsonOutput output) {
        if (units != null) {
            output.startObject("ProvisionedThroughput");
            output.whole("ReadCapacityUnits", units.readCapacityUnits());
            output.whole("WriteCapacityUnits", units.writeCapacityUnits());
            output.endObject();
        }
    }

    static void write(@Nullable OnDemandThroughput limits, JsonOutput output) {
        if (limits != null) {
            output.startObject("OnDemandThroughput");
            output.wholeOrNone("MaxReadRequestUnits", limits.maxReadRequestUnits());
            output.wholeOrNone("MaxWriteRequestUnits", limits.maxWriteRequestUnits());
            output.endObject();
        }
    }

    private static void write(@Nullable SseSpecification sse, JsonOutput output) {
        if (sse != null) {
            output.startObject("SSESpecification");
            if (sse.enabled() != null) {
                output.truth("Enabled", sse.enabled());
            }
            output.text("SSEType", sse.sseType() == null ? null : sse.sseType().name());
            output.text("KMSMasterKeyId", sse.kmsMasterKeyId());
            output.endObject();
        }
    }
}
