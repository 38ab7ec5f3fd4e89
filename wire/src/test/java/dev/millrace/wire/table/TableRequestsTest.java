package dev.millrace.wire.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.ListTablesRequest;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.SearchSchemaElement;
import dev.millrace.model.table.SseSpecification;
import dev.millrace.model.table.SseType;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.TableClass;
import dev.millrace.model.table.Tag;
import dev.millrace.model.table.VectorDistanceFunction;
import dev.millrace.model.table.VectorIndexSpecification;
import dev.millrace.model.table.WarmThroughputSpecification;
import dev.millrace.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class TableRequestsTest {
    private static final String OPTIONS =
            ",'DeletionProtectionEnabled':true,'TableClass':'STANDARD',"
                    + "'SSESpecification':{'Enabled':true,'SSEType':'KMS','KMSMasterKeyId':'k'},"
                    + "'OnDemandThroughput':{'MaxReadRequestUnits':1,'MaxWriteRequestUnits':2},"
                    + "'WarmThroughput':{'WriteUnitsPerSecond':3}";
    private static final TableOptions READ_OPTIONS =
            new TableOptions(
                    true,
                    TableClass.STANDARD,
                    new SseSpecification(true, SseType.KMS, "k"),
                    new OnDemandThroughput(1L, 2L),
                    new WarmThroughputSpecification(null, 3L));

    private static final String SCHEMA =
            "'TableName':'abc','KeySchema':[{'AttributeName':'a','KeyType':'HASH'},"
                    + "{'AttributeName':'b','KeyType':'RANGE'}],'AttributeDefinitions':["
                    + "{'AttributeName':'a','AttributeType':'S'},"
                    + "{'AttributeName':'b','AttributeType':'N'}]";
    private static final String ONE_KEY =
            "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}],'AttributeDefinitions':[]";

    @Test
    void createTableWithEverything() {
        assertThat(
                        Wire.decode(
                                new CreateTableCodec(),
                                "{"
                                        + SCHEMA
                                        + ",'BillingMode':'PROVISIONED','ProvisionedThroughput':"
                                        + "{'ReadCapacityUnits':5,'WriteCapacityUnits':6},"
                                        + "'StreamSpecification':{'StreamEnabled':true,"
                                        + "'StreamViewType':'NEW_IMAGE'}}"))
                .isEqualTo(
                        new CreateTableRequest(
                                "abc",
                                List.of(
                                        new AttributeDefinition("a", ScalarType.S),
                                        new AttributeDefinition("b", ScalarType.N)),
                                List.of(
                                        new KeySchemaElement("a", KeySchemaElement.KeyType.HASH),
                                        new KeySchemaElement("b", KeySchemaElement.KeyType.RANGE)),
                                BillingMode.PROVISIONED,
                                new ProvisionedThroughput(5, 6),
                                new StreamSpecification(true, StreamViewType.NEW_IMAGE)));
    }

    @Test
    void createTableWithTheLeast() {
        CreateTableRequest request = Wire.decode(new CreateTableCodec(), "{" + SCHEMA + "}");

        assertThat(request.billingMode()).isNull();
        assertThat(request.provisionedThroughput()).isNull();
        assertThat(request.streamSpecification()).isNull();
    }

    @Test
    void updateTableWithEverything() {
        assertThat(
                        Wire.decode(
                                new UpdateTableCodec(),
                                "{'TableName':'abc','BillingMode':'PAY_PER_REQUEST',"
                                        + "'ProvisionedThroughput':{'ReadCapacityUnits':5,"
                                        + "'WriteCapacityUnits':6},"
                                        + "'StreamSpecification':{'StreamEnabled':false},"
                                        + "'AttributeDefinitions':[]}"))
                .isEqualTo(
                        new UpdateTableRequest(
                                "abc",
                                BillingMode.PAY_PER_REQUEST,
                                new ProvisionedThroughput(5, 6),
                                new StreamSpecification(false, null)));
    }

    @Test
    void tablesAreNamedOrGivenByArn() {
        String arn = "{'TableName':'arn:aws:dynamodb:eu-west-1:000000000000:table/abc'}";

        assertThat(Wire.decode(new DescribeTableCodec(), "{'TableName':'abc'}").tableName())
                .isEqualTo("abc");
        assertThat(Wire.decode(new DescribeTableCodec(), arn).tableName()).isEqualTo("abc");
        assertThat(Wire.decode(new DeleteTableCodec(), arn).tableName()).isEqualTo("abc");
    }

    @Test
    void listTablesHasDefaults() {
        assertThat(Wire.decode(new ListTablesCodec(), "{}"))
                .isEqualTo(new ListTablesRequest(null, 100));
        assertThat(
                        Wire.decode(
                                new ListTablesCodec(),
                                "{'ExclusiveStartTableName':'abc','Limit':1}"))
                .isEqualTo(new ListTablesRequest("abc", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {} | The parameter 'TableName' is required but was not present in the request
                    {'TableName':''} | 2 validation errors detected: Value '' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value '' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3
                    {'TableName':'ab'} | 1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3
                    {'TableName':'a;'} | 2 validation errors detected: Value 'a;' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value 'a;' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3
                    {'TableName':'abc'} | The parameter 'KeySchema' is required but was not present in the request
                    {'TableName':'abc','KeySchema':[]} | 1 validation error detected: Value '[]' at 'keySchema' failed to satisfy constraint: Member must have length greater than or equal to 1
                    {'TableName':'abc','KeySchema':[{}]} | 2 validation errors detected: Value null at 'keySchema.1.member.attributeName' failed to satisfy constraint: Member must not be null; Value null at 'keySchema.1.member.keyType' failed to satisfy constraint: Member must not be null
                    {'TableName':'abc','KeySchema':[{'AttributeName':'a','KeyType':'X'}]} | 1 validation error detected: Value 'X' at 'keySchema.1.member.keyType' failed to satisfy constraint: Member must satisfy enum value set: [HASH, RANGE]
                    {'TableName':'abc','KeySchema':[{'AttributeName':'a','KeyType':'HASH'},{'AttributeName':'b','KeyType':'RANGE'},{'AttributeName':'c','KeyType':'RANGE'}]} | 1 validation error detected: Value '[KeySchemaElement(attributeName=a, keyType=HASH), KeySchemaElement(attributeName=b, keyType=RANGE), KeySchemaElement(attributeName=c, keyType=RANGE)]' at 'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2
                    {'TableName':'abc','AttributeDefinitions':[{'AttributeName':'','AttributeType':'X'}]} | 2 validation errors detected: Value '' at 'attributeDefinitions.1.member.attributeName' failed to satisfy constraint: Member must have length greater than or equal to 1; Value 'X' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]
                    {'TableName':'abc','ProvisionedThroughput':{'ReadCapacityUnits':0}} | 2 validation errors detected: Value '0' at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1; Value null at 'provisionedThroughput.writeCapacityUnits' failed to satisfy constraint: Member must not be null
                    {'TableName':'abc','StreamSpecification':{}} | 1 validation error detected: Value null at 'streamSpecification.streamEnabled' failed to satisfy constraint: Member must not be null
                    {'TableName':'abc','BillingMode':'X'} | 1 validation error detected: Value 'X' at 'billingMode' failed to satisfy constraint: Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]
                    """)
    void violatedConstraintsOfCreateTableAreListed(String body, String message) {
        assertThat(Wire.errorOf(new CreateTableCodec(), body)).isEqualTo(message);
    }

    @Test
    void listTablesTakesALimitOf1To100() {
        assertThat(Wire.errorOf(new ListTablesCodec(), "{'Limit':0}"))
                .isEqualTo(
                        "1 validation error detected: Value '0' at 'limit' failed to satisfy"
                                + " constraint: Member must have value greater than or equal to 1");
        assertThat(Wire.errorOf(new ListTablesCodec(), "{'Limit':101}"))
                .isEqualTo(
                        "1 validation error detected: Value '101' at 'limit' failed to satisfy"
                                + " constraint: Member must have value less than or equal to 100");
    }

    @Test
    void vectorIndexesOfCreateTableAreRead() {
        CreateTableRequest request =
                Wire.decode(
                        new CreateTableCodec(),
                        "{'TableName':'abc',"
                                + ONE_KEY
                                + ",'VectorIndexes':[{'IndexName':'near','VectorAttribute':"
                                + "{'AttributeName':'v'},'Dimensions':3,'DistanceFunction':"
                                + "'EUCLIDEAN','Projection':{'ProjectionType':'ALL'},"
                                + "'SearchSchema':[{'AttributeName':'t',"
                                + "'SearchSchemaElementType':'HASH'}]}]}");

        assertThat(request.vectorIndexes())
                .containsExactly(
                        new VectorIndexSpecification(
                                "near",
                                "v",
                                List.of(
                                        new SearchSchemaElement(
                                                "t", SearchSchemaElement.Type.HASH)),
                                IndexProjection.ALL,
                                3,
                                VectorDistanceFunction.EUCLIDEAN));
    }

    @Test
    void optionsTagsAndPolicyOfCreateTableAreRead() {
        CreateTableRequest request =
                Wire.decode(
                        new CreateTableCodec(),
                        "{'TableName':'abc',"
                                + ONE_KEY
                                + OPTIONS
                                + ",'Tags':[{'Key':'a','Value':'1'},{}],"
                                + "'ResourcePolicy':'{\\'Statement\\':[{}]}'}");

        assertThat(request.options()).isEqualTo(READ_OPTIONS);
        assertThat(request.tags()).containsExactly(new Tag("a", "1"), new Tag(null, null));
        assertThat(request.resourcePolicy()).isEqualTo("{\"Statement\":[{}]}");
    }

    @Test
    void optionsOfUpdateTableAreRead() {
        assertThat(
                        Wire.decode(new UpdateTableCodec(), "{'TableName':'abc'" + OPTIONS + "}")
                                .options())
                .isEqualTo(READ_OPTIONS);
    }

    @Test
    void emptyThroughputSaysNothing() {
        assertThat(
                        Wire.decode(
                                        new UpdateTableCodec(),
                                        "{'TableName':'abc','WarmThroughput':{},"
                                                + "'OnDemandThroughput':{}}")
                                .options())
                .isEqualTo(TableOptions.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'ReplicaUpdates':[{}]", "'MultiRegionConsistency':'STRONG'"})
    void whatUpdateTableDoesNotImplementYetIsRefused(String member) {
        String name = member.substring(1, member.indexOf('\'', 1));

        assertThat(Wire.errorOf(new UpdateTableCodec(), "{'TableName':'abc'," + member + "}"))
                .isEqualTo(name + " is not supported by this version of Millrace");
    }
}
