package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.Operand;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The rule that the filter of a query may not name key attributes, nor others than an index holds
/// (source: dynamodb-api reference, section 7.1).
final class ReferenceFilter {
    private ReferenceFilter() {}

    /// Checks that the filter names no key attribute.
    ///
    /// @throws ApiException if it does
    static void requireNoKeyAttribute(@Nullable Condition filter, KeySchema keySchema) {
        requireAttributes(filter, name -> !keySchema.contains(name));
    }

    /// Checks that the filter names only attributes that are allowed.
    ///
    /// @throws ApiException if it names others
    static void requireAttributes(@Nullable Condition filter, Predicate<String> allowed) {
        if (filter != null && !paths(filter).map(DocumentPath::attribute).allMatch(allowed)) {
            throw ApiException.validation("Filter Expression names attributes that it must not");
        }
    }

    private static Stream<DocumentPath> paths(Condition condition) {
        return switch (condition) {
            case Condition.Comparison(var left, _, var right) -> paths(List.of(left, right));
            case Condition.Between(var operand, var lower, var upper) ->
                    paths(List.of(operand, lower, upper));
            case Condition.In(var operand, var candidates) ->
                    Stream.concat(paths(List.of(operand)), paths(candidates));
            case Condition.Exists(var path) -> Stream.of(path);
            case Condition.NotExists(var path) -> Stream.of(path);
            case Condition.HasType(var path, _) -> Stream.of(path);
            case Condition.BeginsWith(var path, _) -> Stream.of(path);
            case Condition.Contains(var path, _) -> Stream.of(path);
            case Condition.And(var left, var right) -> Stream.concat(paths(left), paths(right));
            case Condition.Or(var left, var right) -> Stream.concat(paths(left), paths(right));
            case Condition.Not(var negated) -> paths(negated);
        };
    }

    private static Stream<DocumentPath> paths(List<Operand> operands) {
        return operands.stream()
                .flatMap(operand ->
                        switch (operand) {
                            case Operand.Stored(var path) -> Stream.of(path);
                            case Operand.Size(var path) -> Stream.of(path);
                            case Operand.Literal _ -> Stream.empty();
                        });
    }
}
