package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.GetResourcePolicyRequest;
import dev.millrace.model.request.ListTagsOfResourceRequest;
import dev.millrace.model.request.PutResourcePolicyRequest;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.request.TagResourceRequest;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.TableClass;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.Tag;
import dev.millrace.model.table.WarmThroughputSpecification;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

class TableSettingsTest {
    private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/t";

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void settingsSurviveARestart() {
        fixture.createTable("t", null);
        update(new TableOptions(true, null, null, null, null));
        update(new TableOptions(null, TableClass.STANDARD, null, null, null));
        TableSettings before = fixture.describe("t").settings();

        fixture.reopen();

        assertThat(fixture.describe("t").settings()).isEqualTo(before);
    }

    @Test
    void tagsAndPolicySurviveARestart() {
        fixture.createTable("t", null);
        fixture.engine()
                .resources()
                .tagResource()
                .execute(new TagResourceRequest(ARN, List.of(new Tag("a", "1"))));
        fixture.engine()
                .resources()
                .putResourcePolicy()
                .execute(new PutResourcePolicyRequest(ARN, "{}", null));

        fixture.reopen();

        assertThat(tags()).containsExactly(new Tag("a", "1"));
        assertThat(policy()).isEqualTo("{}");
    }

    @Test
    void protectedTableIsNotDeletedUntilProtectionIsOff() {
        fixture.createTable("t", null);
        update(new TableOptions(true, null, null, null, null));
        DeleteTableRequest delete = new DeleteTableRequest("t");

        assertThatThrownBy(() -> fixture.engine().deleteTable().execute(delete))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.VALIDATION));

        update(new TableOptions(false, null, null, null, null));
        fixture.engine().deleteTable().execute(delete);
        assertThatThrownBy(() -> fixture.describe("t")).isInstanceOf(ApiException.class);
    }

    @Test
    void deletedTableLeavesNoPolicyToTheNextOfItsName() {
        fixture.createTable("t", null);
        fixture.engine()
                .resources()
                .putResourcePolicy()
                .execute(new PutResourcePolicyRequest(ARN, "{}", null));
        fixture.engine().deleteTable().execute(new DeleteTableRequest("t"));
        fixture.createTable("t", null);

        assertThatThrownBy(this::policy)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.POLICY_NOT_FOUND));
    }

    @Test
    void warmThroughputDecidesThePartitionsATableIsBornWith() {
        TableDescription table =
                fixture.engine()
                        .createTable()
                        .execute(
                                new CreateTableRequest(
                                        "t",
                                        List.of(new AttributeDefinition("pk", ScalarType.S)),
                                        List.of(new KeySchemaElement("pk", KeyType.HASH)),
                                        BillingMode.PAY_PER_REQUEST,
                                        null,
                                        new StreamSpecification(true, StreamViewType.KEYS_ONLY),
                                        new TableOptions(
                                                null,
                                                null,
                                                null,
                                                null,
                                                new WarmThroughputSpecification(null, 6_001L)),
                                        List.of(),
                                        null))
                        .tableDescription();
        String arn = Objects.requireNonNull(table.latestStreamArn());

        assertThat(fixture.describeStream(arn).shards()).hasSize(7);
    }

    private void update(TableOptions options) {
        fixture.engine()
                .updateTable()
                .execute(new UpdateTableRequest("t", null, null, null, options));
    }

    private List<Tag> tags() {
        return fixture.engine()
                .resources()
                .listTagsOfResource()
                .execute(new ListTagsOfResourceRequest(ARN, null))
                .tags();
    }

    private String policy() {
        return fixture.engine()
                .resources()
                .getResourcePolicy()
                .execute(new GetResourcePolicyRequest(ARN))
                .policy();
    }
}
