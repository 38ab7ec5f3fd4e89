package dev.millrace.wire.item;

import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Reading;
import dev.millrace.wire.shape.Violations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// What the two batches do alike: requests by table, the table named or given by its ARN.
final class RequestItems {
    private RequestItems() {}

    static void checkTableNames(Map<String, ?> requests, String path, Violations violations) {
        for (String table : requests.keySet()) {
            if (table.isEmpty() || table.length() > TableName.ARN_CHARS_MAX) {
                violations.add(
                        requests,
                        path,
                        "Map keys must satisfy constraint: [Member must have length less than or"
                                + " equal to 1024, Member must have length greater than or equal"
                                + " to 1]");
                return;
            }
        }
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
