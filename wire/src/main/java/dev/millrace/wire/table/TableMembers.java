package dev.millrace.wire.table;

import dev.millrace.model.key.ScalarType;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The members that CreateTable and UpdateTable share, and how they are taken out of the fields.
final class TableMembers {
    static final int KEY_ATTRIBUTES_MAX = 2;

    private static final int ATTRIBUTE_NAME_CHARS_MAX = 255;

    private static final Member<String> ATTRIBUTE_NAME =
            Member.text("AttributeName").required().rule(Rules.length(1, ATTRIBUTE_NAME_CHARS_MAX));
    private static final Member<String> ATTRIBUTE_TYPE =
            Member.choice("AttributeType", "B", "N", "S").required();
    private static final Member<String> KEY_TYPE =
            Member.choice("KeyType", "HASH", "RANGE").required();
    private static final Member<Long> READ_CAPACITY_UNITS =
            Member.longInteger("ReadCapacityUnits").required().rule(Rules.atLeast(1));
    private static final Member<Long> WRITE_CAPACITY_UNITS =
            Member.longInteger("WriteCapacityUnits").required().rule(Rules.atLeast(1));
    private static final Member<Boolean> STREAM_ENABLED = Member.truth("StreamEnabled").required();
    private static final Member<String> STREAM_VIEW_TYPE =
            Member.choice(
                    "StreamViewType", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY");

    static final Member<List<Fields>> ATTRIBUTE_DEFINITIONS =
            Member.structures(
                    "AttributeDefinitions",
                    Structure.of("AttributeDefinition", ATTRIBUTE_NAME, ATTRIBUTE_TYPE));
    static final Member<List<Fields>> KEY_SCHEMA = keySchema(KEY_ATTRIBUTES_MAX);
    static final Member<String> BILLING_MODE = billingMode("BillingMode");
    static final Member<Fields> PROVISIONED_THROUGHPUT =
            provisionedThroughput("ProvisionedThroughput");
    static final Member<Fields> STREAM_SPECIFICATION =
            Member.structure(
                    "StreamSpecification",
                    Structure.of("StreamSpecification", STREAM_ENABLED, STREAM_VIEW_TYPE));

    private TableMembers() {}

    static Member<String> billingMode(String member) {
        return Member.choice(member, "PROVISIONED", "PAY_PER_REQUEST");
    }

    static Member<Fields> provisionedThroughput(String member) {
        return Member.structure(
                member,
                Structure.of("ProvisionedThroughput", READ_CAPACITY_UNITS, WRITE_CAPACITY_UNITS));
    }

    static Member<List<Fields>> keySchema(int attributesMax) {
        return Member.structures(
                        "KeySchema", Structure.of("KeySchemaElement", ATTRIBUTE_NAME, KEY_TYPE))
                .rule(Rules.size(1, attributesMax));
    }

    static List<AttributeDefinition> attributeDefinitions(Fields fields) {
        return attributeDefinitions(fields.orElse(ATTRIBUTE_DEFINITIONS, List.of()));
    }

    static List<AttributeDefinition> attributeDefinitions(List<Fields> elements) {
        return elements.stream().map(TableMembers::attributeDefinition).toList();
    }

    static List<KeySchemaElement> keySchema(List<Fields> elements) {
        return elements.stream().map(TableMembers::keySchemaElement).toList();
    }

    static @Nullable BillingMode billingMode(Fields fields) {
        return fields.choice(BILLING_MODE, BillingMode.class);
    }

    static @Nullable ProvisionedThroughput provisionedThroughput(Fields fields) {
        return provisionedThroughput(fields, PROVISIONED_THROUGHPUT);
    }

    static @Nullable ProvisionedThroughput provisionedThroughput(
            Fields fields, Member<Fields> member) {
        Fields throughput = fields.get(member);
        return throughput == null
                ? null
                : new ProvisionedThroughput(
                        throughput.require(READ_CAPACITY_UNITS),
                        throughput.require(WRITE_CAPACITY_UNITS));
    }

    static @Nullable StreamSpecification streamSpecification(Fields fields) {
        Fields stream = fields.get(STREAM_SPECIFICATION);
        return stream == null
                ? null
                : new StreamSpecification(
                        stream.require(STREAM_ENABLED),
                        stream.choice(STREAM_VIEW_TYPE, StreamViewType.class));
    }

    private static AttributeDefinition attributeDefinition(Fields fields) {
        return new AttributeDefinition(
                fields.require(ATTRIBUTE_NAME), ScalarType.valueOf(fields.require(ATTRIBUTE_TYPE)));
    }

    private static KeySchemaElement keySchemaElement(Fields fields) {
        return new KeySchemaElement(
                fields.require(ATTRIBUTE_NAME),
                KeySchemaElement.KeyType.valueOf(fields.require(KEY_TYPE)));
    }
}
