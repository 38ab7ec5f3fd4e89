package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.VectorValues;
import dev.millrace.engine.query.VectorSearch;
import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.expression.Projection;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.expression.SearchCondition;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.SearchVectorsRequest;
import dev.millrace.model.response.SearchVectorsResponse;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorSchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.store.Snapshot;

import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Finds the items whose vectors are nearest to one, exactly: every entry in the scope of the
/// search is looked at (dynamodb-api reference, section 17; captures of public suites, August
/// 2026).
public final class SearchVectors implements Operation<SearchVectorsRequest, SearchVectorsResponse> {
    /// The most results of a search.
    public static final int TOP_K_MAX = 100;

    private static final long PAGE_ROW_BYTES = MemoryGate.PAGE_BYTES / MemoryGate.COPIES;

    private final ItemAccess access;
    private final Supplier<Snapshot> snapshots;

    public SearchVectors(ItemAccess access, Supplier<Snapshot> snapshots) {
        this.access = access;
        this.snapshots = snapshots;
    }

    @Override
    public SearchVectorsResponse execute(SearchVectorsRequest request) {
        requireTopK(request.topK());
        RequestExpressions expressions = access.expressions(request.expressionAttributes());
        SearchCondition condition =
                expressions.searchCondition(request.searchConditionExpression());
        Projection projection = expressions.projection(request.projectionExpression());
        expressions.requireAllUsed();
        float[] wanted = wanted(request.searchVector());
        Table table = access.catalog().requireUsable(request.tableName());
        SecondaryIndex index = searchable(table, request.indexName());
        VectorSchema schema = Objects.requireNonNull(index.vector());
        requireDimensions(schema, wanted);
        VectorScope scope = VectorScope.of(index, condition);
        VectorSearch search =
                new VectorSearch(
                        table,
                        index,
                        schema,
                        scope.partition(),
                        scope.filters(),
                        wanted,
                        request.topK());
        VectorAnswer answer = new VectorAnswer(table, index, schema, projection);
        run(search).forEach(answer::add);
        boolean isAsked = request.returnConsumedCapacity() != ReturnConsumedCapacity.NONE;
        return new SearchVectorsResponse(answer.results(), isAsked ? answer.requestBytes() : null);
    }

    private List<VectorSearch.Found> run(VectorSearch search) {
        access.memory().take(MemoryGate.PAGE_BYTES);
        try (Snapshot snapshot = snapshots.get()) {
            return search.run(snapshot, new HeldRows(access.memory()));
        }
    }

    /// Sets memory aside for the rows that a search holds, page by page; the first page has been.
    private static final class HeldRows implements LongConsumer {
        private final MemoryGate memory;
        private long reserved = PAGE_ROW_BYTES;

        HeldRows(MemoryGate memory) {
            this.memory = memory;
        }

        @Override
        public void accept(long bytes) {
            while (bytes > reserved) {
                memory.take(MemoryGate.PAGE_BYTES);
                reserved += PAGE_ROW_BYTES;
            }
        }
    }

    private static void requireTopK(int topK) {
        if (topK > TOP_K_MAX) {
            throw ApiException.validation(
                    ("Provided TopK value '%d' is out of valid range. The value must be between 1"
                                    + " and %d inclusive")
                            .formatted(topK, TOP_K_MAX));
        }
    }

    private static float[] wanted(List<AttributeValue> vector) {
        float[] components = VectorValues.of(vector);
        if (components == null) {
            throw ApiException.validation(
                    "Search vector contains invalid values. All values in the search vector must be"
                            + " a 32-bit floating-point number attribute");
        }
        return components;
    }

    private static void requireDimensions(VectorSchema schema, float[] wanted) {
        if (wanted.length != schema.dimensions()) {
            throw ApiException.validation(
                    "Input search vector dimension %d does not match vector index dimension %d"
                            .formatted(wanted.length, schema.dimensions()));
        }
    }

    // One that is being deleted is no longer kept up to date.
    private static SecondaryIndex searchable(Table table, String name) {
        SecondaryIndex index =
                table.indexes()
                        .named(name)
                        .filter(known -> known.vector() != null)
                        .filter(known -> known.status() != IndexStatus.DELETING)
                        .orElseThrow(() ->
                                ApiException.validation(
                                        "The table does not have the specified index: " + name));
        if (index.status() == IndexStatus.CREATING) {
            throw ApiException.validation("Cannot search backfilling vector index: " + name);
        }
        return index;
    }
}
