package dev.millrace.server.control;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The errors by which AWS throttles operations, with its texts (dynamodb-api reference, section
/// 20; streams-api reference, section 7).
///
/// @param texts by error
/// @param usual the one that is meant when none is named
record Throttles(Map<ApiError, String> texts, ApiError usual) {
    private static final Throttles OF_ITEMS =
            new Throttles(
                    Map.of(
                            ApiError.PROVISIONED_THROUGHPUT_EXCEEDED,
                            "The level of configured provisioned throughput for the table was"
                                + " exceeded. Consider increasing your provisioning level with the"
                                + " UpdateTable API.",
                            ApiError.THROTTLING,
                            "Throughput exceeds the current capacity of your table or index."),
                    ApiError.PROVISIONED_THROUGHPUT_EXCEEDED);
    private static final Throttles OF_TABLES =
            new Throttles(
                    Map.of(
                            ApiError.THROTTLING,
                            "Rate exceeded",
                            ApiError.LIMIT_EXCEEDED,
                            "The rate of control plane requests made by this account is too high"),
                    ApiError.THROTTLING);
    private static final Throttles OF_STREAMS =
            new Throttles(
                    Map.of(
                            ApiError.THROTTLING,
                            "Rate exceeded",
                            ApiError.LIMIT_EXCEEDED,
                            "Rate exceeded for the shard"),
                    ApiError.THROTTLING);

    private static final List<String> ITEM_OPERATIONS =
            List.of(
                    "PutItem",
                    "GetItem",
                    "UpdateItem",
                    "DeleteItem",
                    "BatchWriteItem",
                    "BatchGetItem",
                    "Query",
                    "Scan",
                    "TransactWriteItems",
                    "TransactGetItems");
    private static final List<String> STREAM_OPERATIONS =
            List.of("ListStreams", "DescribeStream", "GetShardIterator", "GetRecords");

    /// Those of an operation.
    static Throttles of(String operation) {
        if (ITEM_OPERATIONS.contains(operation)) {
            return OF_ITEMS;
        }
        return STREAM_OPERATIONS.contains(operation) ? OF_STREAMS : OF_TABLES;
    }

    /// The usual error.
    ApiException error() {
        return error(usual);
    }

    /// The error with this code.
    ///
    /// @throws Refusal if AWS does not throttle by it
    ApiException error(String code) {
        return texts.keySet().stream()
                .filter(error -> error.code().equals(code))
                .findFirst()
                .map(this::error)
                .orElseThrow(() ->
                        Refusal.badRequest("'error': '" + code + "' is not one of " + codes()));
    }

    private Collection<String> codes() {
        return texts.keySet().stream().map(ApiError::code).sorted().toList();
    }

    private ApiException error(ApiError error) {
        return new ApiException(error, texts.get(error));
    }
}
