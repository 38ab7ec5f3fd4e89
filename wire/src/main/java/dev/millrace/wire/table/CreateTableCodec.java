package dev.millrace.wire.table;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.response.CreateTableResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.resource.PolicyDocument;
import dev.millrace.wire.resource.TagMembers;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import java.util.List;

/// The wire form of CreateTable.
public final class CreateTableCodec
        implements OperationCodec<CreateTableRequest, CreateTableResponse> {
    private static final Member<String> TABLE_NAME =
            TableName.plain("TableName").requiredOr(missing("TableName"));
    private static final Member<String> RESOURCE_POLICY = Member.text("ResourcePolicy");
    private static final Structure REQUEST =
            Structure.of(
                            "CreateTableRequest",
                            TableMembers.ATTRIBUTE_DEFINITIONS,
                            TABLE_NAME,
                            TableMembers.KEY_SCHEMA,
                            IndexMembers.GLOBAL_SECONDARY_INDEXES,
                            IndexMembers.LOCAL_SECONDARY_INDEXES,
                            VectorMembers.VECTOR_INDEXES,
                            TableMembers.BILLING_MODE,
                            TableMembers.PROVISIONED_THROUGHPUT,
                            TableMembers.STREAM_SPECIFICATION,
                            OptionMembers.SSE_SPECIFICATION,
                            TagMembers.TAGS,
                            OptionMembers.TABLE_CLASS,
                            OptionMembers.DELETION_PROTECTION_ENABLED,
                            OptionMembers.WARM_THROUGHPUT,
                            RESOURCE_POLICY,
                            OptionMembers.ON_DEMAND_THROUGHPUT,
                            OptionMembers.SETTINGS_REPLICATION)
                    .refusing("GlobalTableSourceArn");

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "CreateTable";
    }

    @Override
    public CreateTableRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        requireGiven(fields, TableMembers.KEY_SCHEMA);
        requireGiven(fields, TableMembers.ATTRIBUTE_DEFINITIONS);
        String policy = fields.get(RESOURCE_POLICY);
        return new CreateTableRequest(
                fields.require(TABLE_NAME),
                TableMembers.attributeDefinitions(fields),
                TableMembers.keySchema(fields.require(TableMembers.KEY_SCHEMA)),
                TableMembers.billingMode(fields),
                TableMembers.provisionedThroughput(fields),
                TableMembers.streamSpecification(fields),
                OptionMembers.options(fields),
                TagMembers.tags(fields.orElse(TagMembers.TAGS, List.of())),
                policy == null ? null : PolicyDocument.requireForm(policy),
                IndexMembers.localIndexes(fields),
                IndexMembers.globalIndexes(fields),
                VectorMembers.indexes(fields));
    }

    @Override
    public void encode(CreateTableResponse response, JsonOutput output) {
        output.document(
                () -> TableJson.write("TableDescription", response.tableDescription(), output));
    }

    // The service model no longer demands them, since they may come from a global table.
    private static void requireGiven(Fields fields, Member<?> member) {
        if (fields.get(member) == null) {
            throw ApiException.validation(missing(member.name()));
        }
    }

    private static String missing(String member) {
        return "The parameter '" + member + "' is required but was not present in the request";
    }
}
