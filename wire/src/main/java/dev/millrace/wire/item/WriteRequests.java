package dev.millrace.wire.item;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.shape.Violations;
import dev.millrace.wire.value.ValueLayer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The writes of a batch, as the request lists them by table.
final class WriteRequests {
    /// The most writes of one batch.
    static final int COUNT_MAX = 25;

    private static final Member<Fields> PUT_REQUEST =
            Member.structure("PutRequest", Structure.of("PutRequest", ItemMembers.ITEM));
    private static final Member<Fields> DELETE_REQUEST =
            Member.structure("DeleteRequest", Structure.of("DeleteRequest", ItemMembers.KEY));
    private static final Structure WRITE_REQUEST =
            Structure.of("WriteRequest", PUT_REQUEST, DELETE_REQUEST);

    static final Member<Map<String, List<Fields>>> REQUEST_ITEMS =
            Member.<List<Fields>>map(
                            "RequestItems",
                            "java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>",
                            RequestItems.noting(WriteRequests::read))
                    .required()
                    .rule(WriteRequests::checkCount)
                    .rule(Rules.eachValue(Rules.each(Fields::check)));

    private WriteRequests() {}

    /// Requires names of tables, which AWS looks at after all other constraints.
    ///
    /// @throws ApiException if one is none
    static void requireTableNames(Map<String, List<Fields>> requests) {
        if (!RequestItems.nameTables(requests)) {
            throw ApiException.validation(
                    Violations.enveloped(
                            Violations.of(
                                    requests, "requestItems", RequestItems.NAMES_CONSTRAINT)));
        }
    }

    static List<WriteRequest> of(List<Fields> requests) {
        return requests.stream().map(WriteRequests::of).toList();
    }

    static List<WriteRequest> joined(List<WriteRequest> first, List<WriteRequest> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static WriteRequest of(Fields request) {
        Fields put = request.get(PUT_REQUEST);
        Fields delete = request.get(DELETE_REQUEST);
        if (put != null && delete == null) {
            return new WriteRequest.Put(put.require(ItemMembers.ITEM).orThrow(ValueLayer.OLDER));
        }
        if (delete != null && put == null) {
            return new WriteRequest.Delete(
                    delete.require(ItemMembers.KEY).orThrow(ValueLayer.OLDER));
        }
        // AWS has no text of its own for a write request with both or neither.
        throw ApiException.validation(
                "Supplied AttributeValue has more than one datatypes set, must contain exactly one"
                        + " of the supported datatypes");
    }

    private static List<Fields> read(JsonInput input) {
        return Member.readList(input, WRITE_REQUEST::readElement);
    }

    private static void checkCount(
            Map<String, List<Fields>> requests, String path, Violations violations) {
        if (requests.isEmpty()) {
            violations.answerOnly("The requestItems parameter is required for BatchWriteItem");
        }
        for (List<Fields> ofTable : requests.values()) {
            if (ofTable.isEmpty() || ofTable.size() > COUNT_MAX) {
                violations.add(
                        requests,
                        path,
                        "Map value must satisfy constraint: [Member must have length less than or"
                                + " equal to 25, Member must have length greater than or equal to"
                                + " 1]");
                return;
            }
        }
    }
}
