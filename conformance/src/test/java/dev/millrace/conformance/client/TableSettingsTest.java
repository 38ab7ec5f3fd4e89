package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PolicyNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableClass;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Tags, deletion protection, table classes, limits and resource policies.
final class TableSettingsTest extends ClientTest {
    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[{}]}";

    TableSettingsTest(Storage storage) {
        super(storage);
    }

    @Test
    void tagsAreStuckOnListedAndTakenOff() {
        String arn = describe(newTable()).tableArn();

        tables().tagResource(request -> request.resourceArn(arn).tags(tag(1), tag(2)));
        tables().untagResource(request -> request.resourceArn(arn).tagKeys("key-1"));

        assertThat(tagsOf(arn)).containsExactly(tag(2));
    }

    @Test
    void pagesTogetherListAllTags() {
        String arn = describe(newTable()).tableArn();
        List<Tag> tags = IntStream.range(10, 35).mapToObj(TableSettingsTest::tag).toList();

        tables().tagResource(request -> request.resourceArn(arn).tags(tags));

        assertThat(tagsOf(arn)).containsExactlyElementsOf(tags);
    }

    @Test
    void tableIsBornWithItsTags() {
        String name = newName();
        TableForms.create(
                tables(), TableForms.simple(name).toBuilder().tags(tag(1), tag(2)).build());

        assertThat(tagsOf(describe(name).tableArn())).containsExactly(tag(1), tag(2));
    }

    @Test
    void protectedTableCanNotBeDeleted() {
        String name = newName();
        TableForms.create(
                tables(),
                TableForms.simple(name).toBuilder().deletionProtectionEnabled(true).build());

        assertThatThrownBy(() -> tables().deleteTable(request -> request.tableName(name)))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("protected against deletion");
        assertThat(describe(name).deletionProtectionEnabled()).isTrue();
    }

    @Test
    void tableCanBeDeletedOnceItIsUnprotected() {
        String name = newName();
        TableForms.create(
                tables(),
                TableForms.simple(name).toBuilder().deletionProtectionEnabled(true).build());

        tables().updateTable(request -> request.tableName(name).deletionProtectionEnabled(false));
        tables().deleteTable(request -> request.tableName(name));

        assertThat(tables().listTables().tableNames()).doesNotContain(name);
    }

    @Test
    void tableClassIsShownOnceItWasChanged() {
        String name = newTable();

        tables().updateTable(request ->
                request.tableName(name).tableClass(TableClass.STANDARD_INFREQUENT_ACCESS));

        assertThat(describe(name).tableClassSummary().tableClass())
                .isEqualTo(TableClass.STANDARD_INFREQUENT_ACCESS);
        assertThat(describe(name).tableClassSummary().lastUpdateDateTime()).isNotNull();
    }

    @Test
    void policyIsHandedOutUntilItIsDetached() {
        String arn = describe(newTable()).tableArn();

        String revision =
                tables().putResourcePolicy(request -> request.resourceArn(arn).policy(POLICY))
                        .revisionId();

        assertThat(tables().getResourcePolicy(request -> request.resourceArn(arn)).policy())
                .isEqualTo(POLICY);
        assertThat(tables().deleteResourcePolicy(request -> request.resourceArn(arn)).revisionId())
                .isEqualTo(revision);
        assertThatThrownBy(() -> tables().getResourcePolicy(request -> request.resourceArn(arn)))
                .isInstanceOf(PolicyNotFoundException.class);
    }

    @Test
    void limitsOfATableAreDescribed() {
        assertThat(tables().describeLimits().tableMaxReadCapacityUnits()).isEqualTo(40_000);
    }

    @Test
    void describedEndpointIsTheServer() {
        assertThat(tables().describeEndpoints().endpoints())
                .singleElement()
                .satisfies(endpoint -> assertThat(endpoint.address()).startsWith("127.0.0.1:"));
    }

    private List<Tag> tagsOf(String arn) {
        List<Tag> tags = new ArrayList<>();
        String token = null;
        do {
            ListTagsOfResourceResponse page = pageOf(arn, token);
            tags.addAll(page.tags());
            token = page.nextToken();
        } while (token != null);
        return tags;
    }

    private ListTagsOfResourceResponse pageOf(String arn, @Nullable String token) {
        return tables().listTagsOfResource(request -> request.resourceArn(arn).nextToken(token));
    }

    private TableDescription describe(String name) {
        return tables().describeTable(request -> request.tableName(name)).table();
    }

    private static Tag tag(int number) {
        return Tag.builder().key("key-" + number).value("value " + number).build();
    }
}
