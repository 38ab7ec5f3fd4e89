package dev.millrace.wire.item;

import dev.millrace.model.request.LegacyRead;
import dev.millrace.model.request.ScanRequest;
import dev.millrace.model.request.Select;
import dev.millrace.model.response.ScanResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.value.ValueLayer;

import java.util.List;

/// The wire form of Scan.
public final class ScanCodec implements OperationCodec<ScanRequest, ScanResponse> {
    private static final int SEGMENTS_MAX = 1_000_000;
    private static final Member<Integer> LIMIT = Member.integer("Limit").rule(Rules.atLeast(1));
    private static final Member<Integer> TOTAL_SEGMENTS =
            Member.integer("TotalSegments").rule(Rules.atLeast(1)).rule(Rules.atMost(SEGMENTS_MAX));
    private static final Member<Integer> SEGMENT =
            Member.integer("Segment").rule(Rules.atLeast(0)).rule(Rules.atMost(SEGMENTS_MAX - 1));
    private static final Structure REQUEST =
            Structure.of(
                    "ScanRequest",
                    ItemMembers.TABLE_NAME,
                    ItemMembers.INDEX_NAME,
                    LIMIT,
                    ItemMembers.SELECT,
                    ItemMembers.EXCLUSIVE_START_KEY,
                    ItemMembers.RETURN_CONSUMED_CAPACITY,
                    TOTAL_SEGMENTS,
                    SEGMENT,
                    ItemMembers.PROJECTION_EXPRESSION,
                    ItemMembers.FILTER_EXPRESSION,
                    ItemMembers.NAMES,
                    ItemMembers.VALUES,
                    ItemMembers.CONSISTENT_READ,
                    ConditionMembers.SCAN_FILTER,
                    ConditionMembers.CONDITIONAL_OPERATOR_OF_SCAN,
                    ConditionMembers.ATTRIBUTES_TO_GET);
    private static final ParameterStyle STYLE =
            ParameterStyle.ofRead(
                    List.of(
                            ConditionMembers.ATTRIBUTES_TO_GET,
                            ConditionMembers.SCAN_FILTER,
                            ConditionMembers.CONDITIONAL_OPERATOR_OF_SCAN),
                    List.of(ItemMembers.PROJECTION_EXPRESSION, ItemMembers.FILTER_EXPRESSION));

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "Scan";
    }

    @Override
    public ScanRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        STYLE.require(fields, ConditionMembers.SCAN_FILTER);
        LegacyRead legacy = ConditionMembers.ofScan(fields);
        return new ScanRequest(
                ItemMembers.tableName(fields),
                fields.get(ItemMembers.FILTER_EXPRESSION),
                fields.get(ItemMembers.PROJECTION_EXPRESSION),
                ItemMembers.placeholders(fields, ValueLayer.OLDER),
                fields.choice(ItemMembers.SELECT, Select.class),
                fields.get(LIMIT),
                fields.orElse(ItemMembers.CONSISTENT_READ, false),
                ItemMembers.exclusiveStartKey(fields),
                fields.get(SEGMENT),
                fields.get(TOTAL_SEGMENTS),
                ItemMembers.consumedCapacity(fields),
                legacy,
                fields.get(ItemMembers.INDEX_NAME),
                ItemMembers.startKeyFault(fields, ValueLayer.OLDER));
    }

    @Override
    public void encode(ScanResponse response, JsonOutput output) {
        output.document(() ->
                PageJson.write(
                        response.items(),
                        response.count(),
                        response.scannedCount(),
                        response.lastEvaluatedKey(),
                        response.consumedCapacity(),
                        output));
    }
}
