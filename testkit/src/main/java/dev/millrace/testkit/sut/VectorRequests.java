package dev.millrace.testkit.sut;

import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.SearchVectorsRequest;
import dev.millrace.model.response.SearchVectorsResponse;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.SearchSchemaElement;
import dev.millrace.model.table.VectorIndexSpecification;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;
import dev.millrace.testkit.operation.VectorShape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns what is about vectors into the API's requests, and answers into results.
final class VectorRequests {
    private VectorRequests() {}

    /// The indexes of vectors; null if there are none.
    static @Nullable List<VectorIndexSpecification> of(DatabaseOperation.CreateTable create) {
        return create.vectors().isEmpty()
                ? null
                : create.vectors().stream().map(VectorRequests::of).toList();
    }

    static SearchVectorsRequest of(DatabaseOperation.Search search) {
        VectorShape index = search.index();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        List<String> terms = new ArrayList<>();
        if (search.partition() != null) {
            names.put("#p", index.partition().name());
            values.put(":p", search.partition());
            terms.add("#p = :p");
            if (search.filter() != null) {
                names.put("#f", index.filter().name());
                values.put(":f", search.filter());
                terms.add(":f = #f");
            }
        }
        return new SearchVectorsRequest(
                search.tableName(),
                index.name(),
                search.vector().stream().<AttributeValue>map(AttributeValue.N::new).toList(),
                search.topK(),
                terms.isEmpty() ? null : String.join(" AND ", terms),
                null,
                terms.isEmpty()
                        ? ExpressionAttributes.NONE
                        : new ExpressionAttributes(names, values),
                ReturnConsumedCapacity.NONE);
    }

    static Result resultOf(SearchVectorsResponse response, DatabaseOperation.Search search) {
        return Result.Near.of(
                response.results().stream()
                        .map(each -> new Result.Scored((float) each.score(), each.item()))
                        .toList(),
                search.topK(),
                search.index().distance().isLargerNearer());
    }

    private static VectorIndexSpecification of(VectorShape index) {
        return new VectorIndexSpecification(
                index.name(),
                index.attribute(),
                List.of(
                        new SearchSchemaElement(
                                index.partition().name(), SearchSchemaElement.Type.HASH),
                        new SearchSchemaElement(
                                index.filter().name(), SearchSchemaElement.Type.INLINE_FILTER)),
                IndexProjection.ALL,
                index.dimensions(),
                index.distance());
    }
}
