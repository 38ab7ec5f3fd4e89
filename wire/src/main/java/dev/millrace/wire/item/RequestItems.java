package dev.millrace.wire.item;

import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// What the two batches do alike: requests by table, the table named or given by its ARN.
final class RequestItems {
    private RequestItems() {}

    /// What AWS says of requests for tables whose names are none.
    static final String NAMES_CONSTRAINT =
            "Map keys must satisfy constraint: [Member must have length less than or equal to 255,"
                    + " Member must have length greater than or equal to 3, Member must satisfy"
                    + " regular expression pattern: "
                    + TableName.CHARACTERS
                    + "]";

    /// Whether each request names a table, by its name or ARN.
    static boolean nameTables(Map<String, ?> requests) {
        return requests.keySet().stream().allMatch(TableName::isNameOrArn);
    }

    /// A reading of what the request holds of one table, which notes the table's ARN.
    static <T> Reading<T> noting(Reading<T> reading) {
        return input -> {
            TableName.note(input.name(), input);
            return reading.read(input);
        };
    }

    /// The requests by plain table name, each made by `request`, in the order in which they came.
    ///
    /// @param joining makes one of two for the same table, which was named in two ways
    static <F, Q> Map<String, Q> byTable(
            Map<String, F> given, Function<F, Q> request, BinaryOperator<Q> joining) {
        Map<String, Q> byTable = new LinkedHashMap<>();
        given.forEach((table, fields) ->
                byTable.merge(TableName.of(table), request.apply(fields), joining));
        return byTable;
    }
}
