package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.ProjectedAttributes;
import dev.millrace.engine.index.VectorValues;
import dev.millrace.engine.query.VectorSearch;
import dev.millrace.expression.Projection;
import dev.millrace.model.response.SearchVectorsResponse.Result;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorSchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a search answers of the entries that it found, and what that costs.
///
/// The vector is shown only if the request names it and the index has it among its projected
/// attributes. AWS does not count twice alike what a search costs; the figure follows measurements
/// that a public project took of it in August 2026.
final class VectorAnswer {
    /// The most bytes of items that one answer holds; what is farther than the item that reaches it
    /// is left out.
    static final long BYTES_MAX = 16L << 20;

    private static final double BYTES_A_DIMENSION = 30.6875;
    private static final double BYTES_A_RESULT = 65;
    private static final double REQUEST_BYTES_MIN = 1_024;

    private final VectorSchema schema;
    private final @Nullable Projection projection;
    private final boolean showsVector;
    private final List<Result> results = new ArrayList<>();
    private long answerBytes;
    private double readBytes;

    VectorAnswer(
            Table table,
            SecondaryIndex index,
            VectorSchema schema,
            @Nullable Projection projection) {
        this.schema = schema;
        this.projection = projection;
        this.showsVector =
                projection != null
                        && projection.attributeNames().contains(schema.attribute())
                        && ProjectedAttributes.contains(table, index, schema.attribute());
    }

    /// Adds what was found, as long as there is room.
    void add(VectorSearch.Found found) {
        if (answerBytes >= BYTES_MAX) {
            return;
        }
        Item shown = shown(found);
        answerBytes += shown.sizeBytes();
        readBytes += BYTES_A_RESULT + found.item().sizeBytes();
        if (showsVector) {
            readBytes += (double) schema.dimensions() * Float.BYTES;
        }
        results.add(new Result(shown, found.score()));
    }

    /// The results that were added.
    List<Result> results() {
        return results;
    }

    /// What the search used.
    double requestBytes() {
        return Math.max(REQUEST_BYTES_MIN, BYTES_A_DIMENSION * schema.dimensions() + readBytes);
    }

    private Item shown(VectorSearch.Found found) {
        if (projection == null) {
            return found.item();
        }
        return projection.apply(showsVector ? withVector(found) : found.item());
    }

    private Item withVector(VectorSearch.Found found) {
        Map<String, AttributeValue> all = new LinkedHashMap<>(found.item().attributes());
        all.put(schema.attribute(), VectorValues.valueOf(found.vector()));
        return Item.of(all);
    }
}
