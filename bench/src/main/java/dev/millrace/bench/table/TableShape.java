package dev.millrace.bench.table;

/// What a table is created like.
///
/// @param isSorted whether it has a sort key
/// @param stream the view type of its stream, or `off`
/// @param indexes how many global indexes it has: none, one whose entries are rewritten in place,
///   or two, of which the second has entries that move with each put
public record TableShape(boolean isSorted, String stream, int indexes) {
    /// The value of `stream` for a table without one.
    public static final String NO_STREAM = "off";

    /// The most indexes.
    public static final int INDEXES_MAX = 2;

    // Holds the whole item under a key that never changes.
    private static final String INDEX_IN_PLACE =
            """
            {"IndexName":"by-id","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],\
            "Projection":{"ProjectionType":"ALL"}}\
            """;

    // Each put has another payload.
    private static final String INDEX_THAT_MOVES =
            """
            {"IndexName":"by-payload","KeySchema":[{"AttributeName":"payload","KeyType":"HASH"}],\
            "Projection":{"ProjectionType":"KEYS_ONLY"}}\
            """;

    /// The body of CreateTable.
    String request(String name) {
        return "{\"TableName\":\""
                + name
                + "\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":["
                + definition("id")
                + (isSorted ? "," + definition("n") : "")
                + (indexes < INDEXES_MAX ? "" : "," + definition("payload"))
                + "],\"KeySchema\":[{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}"
                + (isSorted ? ",{\"AttributeName\":\"n\",\"KeyType\":\"RANGE\"}" : "")
                + "]"
                + globalIndexes()
                + streamSpecification()
                + "}";
    }

    private String globalIndexes() {
        if (indexes == 0) {
            return "";
        }
        return ",\"GlobalSecondaryIndexes\":["
                + INDEX_IN_PLACE
                + (indexes < INDEXES_MAX ? "" : "," + INDEX_THAT_MOVES)
                + "]";
    }

    private String streamSpecification() {
        return stream.equals(NO_STREAM)
                ? ""
                : ",\"StreamSpecification\":{\"StreamEnabled\":true,\"StreamViewType\":\""
                        + stream
                        + "\"}";
    }

    private static String definition(String attribute) {
        return "{\"AttributeName\":\"" + attribute + "\",\"AttributeType\":\"S\"}";
    }
}
