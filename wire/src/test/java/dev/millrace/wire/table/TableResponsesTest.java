package dev.millrace.wire.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.response.CreateTableResponse;
import dev.millrace.model.response.DeleteTableResponse;
import dev.millrace.model.response.DescribeTableResponse;
import dev.millrace.model.response.ListTablesResponse;
import dev.millrace.model.response.UpdateTableResponse;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableStatus;
import dev.millrace.wire.Wire;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class TableResponsesTest {
    private static final TableDescription ON_DEMAND =
            new TableDescription(
                    "abc",
                    "arn:abc",
                    "id",
                    TableStatus.ACTIVE,
                    Instant.ofEpochMilli(1_731_313_410_045L),
                    new KeySchema(
                            new KeyAttribute("a", ScalarType.S),
                            new KeyAttribute("b", ScalarType.N)),
                    List.of(
                            new AttributeDefinition("a", ScalarType.S),
                            new AttributeDefinition("b", ScalarType.N)),
                    BillingMode.PAY_PER_REQUEST,
                    new ProvisionedThroughput(0, 0),
                    3,
                    40,
                    new StreamSpecification(true, StreamViewType.KEYS_ONLY),
                    "label",
                    "arn:stream");
    private static final TableDescription PROVISIONED =
            new TableDescription(
                    "abc",
                    "arn:abc",
                    "id",
                    TableStatus.CREATING,
                    Instant.ofEpochSecond(1_731_313_410),
                    new KeySchema(new KeyAttribute("a", ScalarType.B), null),
                    List.of(new AttributeDefinition("a", ScalarType.B)),
                    BillingMode.PROVISIONED,
                    new ProvisionedThroughput(5, 6),
                    0,
                    0,
                    null,
                    null,
                    null);

    @Test
    void anOnDemandTableShowsItsBillingModeAndWarmThroughput() {
        assertThat(Wire.encode(new DescribeTableCodec(), new DescribeTableResponse(ON_DEMAND)))
                .isEqualTo(
                        "{'Table':{'AttributeDefinitions':["
                                + "{'AttributeName':'a','AttributeType':'S'},"
                                + "{'AttributeName':'b','AttributeType':'N'}],'TableName':'abc',"
                                + "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'},"
                                + "{'AttributeName':'b','KeyType':'RANGE'}],'TableStatus':'ACTIVE',"
                                + "'CreationDateTime':1731313410.045,'ProvisionedThroughput':{"
                                + "'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,"
                                + "'WriteCapacityUnits':0},"
                                + "'BillingModeSummary':{'BillingMode':'PAY_PER_REQUEST'},"
                                + "'WarmThroughput':{'ReadUnitsPerSecond':12000,"
                                + "'WriteUnitsPerSecond':4000,'Status':'ACTIVE'},"
                                + "'TableSizeBytes':40,'ItemCount':3,'TableArn':'arn:abc',"
                                + "'TableId':'id','StreamSpecification':{'StreamEnabled':true,"
                                + "'StreamViewType':'KEYS_ONLY'},'LatestStreamLabel':'label',"
                                + "'LatestStreamArn':'arn:stream',"
                                + "'DeletionProtectionEnabled':false}}");
    }

    @Test
    void aProvisionedTableWithoutStreamShowsNeitherBillingModeNorStream() {
        assertThat(Wire.encode(new CreateTableCodec(), new CreateTableResponse(PROVISIONED)))
                .isEqualTo(
                        "{'TableDescription':{'AttributeDefinitions':["
                                + "{'AttributeName':'a','AttributeType':'B'}],'TableName':'abc',"
                                + "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}],"
                                + "'TableStatus':'CREATING','CreationDateTime':1731313410.000,"
                                + "'ProvisionedThroughput':{'NumberOfDecreasesToday':0,"
                                + "'ReadCapacityUnits':5,'WriteCapacityUnits':6},"
                                + "'WarmThroughput':{'ReadUnitsPerSecond':5,"
                                + "'WriteUnitsPerSecond':6,'Status':'ACTIVE'},"
                                + "'TableSizeBytes':0,'ItemCount':0,'TableArn':'arn:abc',"
                                + "'TableId':'id','DeletionProtectionEnabled':false}}");
    }

    @Test
    void changedAndDeletedTablesAreDescribedToo() {
        assertThat(Wire.encode(new UpdateTableCodec(), new UpdateTableResponse(ON_DEMAND)))
                .startsWith("{'TableDescription':{");
        assertThat(Wire.encode(new DeleteTableCodec(), new DeleteTableResponse(ON_DEMAND)))
                .startsWith("{'TableDescription':{");
    }

    @Test
    void tablesAreListedWithWhereThePageEnded() {
        assertThat(
                        Wire.encode(
                                new ListTablesCodec(),
                                new ListTablesResponse(List.of("abc", "def"), "def")))
                .isEqualTo("{'TableNames':['abc','def'],'LastEvaluatedTableName':'def'}");
        assertThat(Wire.encode(new ListTablesCodec(), new ListTablesResponse(List.of(), null)))
                .isEqualTo("{'TableNames':[]}");
    }
}
