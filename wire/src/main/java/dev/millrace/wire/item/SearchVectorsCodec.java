package dev.millrace.wire.item;

import dev.millrace.model.request.SearchVectorsRequest;
import dev.millrace.model.response.SearchVectorsResponse;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.shape.Violations;
import dev.millrace.wire.value.Decoded;
import dev.millrace.wire.value.ValueLayer;
import dev.millrace.wire.value.Values;

import java.util.List;

/// The wire form of SearchVectors. Violations of its members do not show the value (captures of a
/// public project, 13 August 2026).
public final class SearchVectorsCodec
        implements OperationCodec<SearchVectorsRequest, SearchVectorsResponse> {
    private static final int SEARCH_VECTOR_MAX = 4_096;
    private static final Member<String> INDEX_NAME =
            Member.text("IndexName")
                    .required()
                    .rule(Rules.pattern(TableName.CHARACTERS))
                    .rule((name, _, violations) ->
                            checkLength(
                                    "IndexName",
                                    name.length(),
                                    TableName.CHARS_MIN,
                                    TableName.CHARS_MAX,
                                    violations));
    private static final Member<Decoded<List<AttributeValue>>> SEARCH_VECTOR =
            Member.<Decoded<List<AttributeValue>>>of("SearchVector", Values::values)
                    .required()
                    .rule((vector, _, violations) ->
                            checkLength(
                                    "SearchVector",
                                    vector.values().size(),
                                    1,
                                    SEARCH_VECTOR_MAX,
                                    violations));
    private static final Member<Integer> TOP_K =
            Member.integer("TopK").required().rule(SearchVectorsCodec::checkTopK);
    private static final Member<String> SEARCH_CONDITION_EXPRESSION =
            Member.text("SearchConditionExpression");
    private static final Structure REQUEST =
            Structure.of(
                    "SearchVectorsInput",
                    ItemMembers.TABLE_NAME,
                    INDEX_NAME,
                    ItemMembers.RETURN_CONSUMED_CAPACITY,
                    ItemMembers.NAMES,
                    ItemMembers.VALUES,
                    ItemMembers.PROJECTION_EXPRESSION,
                    SEARCH_VECTOR,
                    SEARCH_CONDITION_EXPRESSION,
                    TOP_K);
    private static final ParameterStyle STYLE =
            ParameterStyle.ofRead(
                    List.of(),
                    List.of(ItemMembers.PROJECTION_EXPRESSION, SEARCH_CONDITION_EXPRESSION));

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "SearchVectors";
    }

    @Override
    public SearchVectorsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        STYLE.requireExpressions(fields);
        return new SearchVectorsRequest(
                ItemMembers.tableName(fields),
                fields.require(INDEX_NAME),
                fields.require(SEARCH_VECTOR).orThrow(ValueLayer.READ),
                fields.require(TOP_K),
                fields.get(SEARCH_CONDITION_EXPRESSION),
                fields.get(ItemMembers.PROJECTION_EXPRESSION),
                ItemMembers.placeholders(fields, ValueLayer.READ),
                ItemMembers.consumedCapacity(fields));
    }

    @Override
    public void encode(SearchVectorsResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("SearchResults");
            for (SearchVectorsResponse.Result result : response.results()) {
                output.startObject();
                output.item("Item", result.item());
                output.fraction("Score", result.score());
                output.endObject();
            }
            output.endArray();
            Double bytes = response.vectorSearchRequestBytes();
            if (bytes != null) {
                output.startObject("ConsumedCapacity");
                output.fraction("VectorSearchRequestBytes", bytes);
                output.endObject();
            }
        });
    }

    private static void checkTopK(Integer topK, String path, Violations violations) {
        if (topK < 1) {
            violations.add(
                    "Value at 'TopK' failed to satisfy constraint: Member must have value greater"
                            + " than or equal to 1");
        }
    }

    private static void checkLength(
            String member, int length, int min, int max, Violations violations) {
        if (length < min || length > max) {
            violations.add(
                    "Value at '%s' failed to satisfy constraint: Member must have length %s"
                            .formatted(
                                    member,
                                    length < min
                                            ? "greater than or equal to " + min
                                            : "less than or equal to " + max));
        }
    }
}
