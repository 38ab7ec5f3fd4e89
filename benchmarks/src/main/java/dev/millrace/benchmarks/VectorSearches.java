package dev.millrace.benchmarks;

import dev.millrace.benchmarks.embedded.EmbeddedEngine;
import dev.millrace.engine.Engine;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.SearchVectorsRequest;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.table.VectorDistanceFunction;
import dev.millrace.model.table.VectorIndexSpecification;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.store.Durability;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Measures how long the exact search of an index of vectors takes, for each distance function: an
/// engine of its own in this process, one search after the other, ten results each.
///
/// `VectorSearches DIRECTORY VECTORS DIMENSIONS SEARCHES`
public final class VectorSearches {
    private static final String TABLE = "vectors";
    private static final int TOP_K = 10;
    private static final MathContext DIGITS = new MathContext(8);
    private static final double MICRO = 1e3;
    private static final int A_THOUSAND = 1_000;

    private final Engine engine;
    private final Random random = new Random(42);
    private final int dimensions;

    private VectorSearches(Engine engine, int dimensions) {
        this.engine = engine;
        this.dimensions = dimensions;
    }

    /// Runs what `arguments` say.
    public static void main(String[] arguments) {
        int vectors = Integer.parseInt(arguments[1]);
        int dimensions = Integer.parseInt(arguments[2]);
        int searches = Integer.parseInt(arguments[3]);
        try (EmbeddedEngine embedded =
                EmbeddedEngine.open(Path.of(arguments[0]), Durability.RELAXED)) {
            VectorSearches measured = new VectorSearches(embedded.engine(), dimensions);
            measured.fill(vectors);
            System.out.println("distance     us per 1,000 entries: fewest    median");
            for (VectorDistanceFunction function : VectorDistanceFunction.values()) {
                measured.measure(function, vectors, searches);
            }
        }
    }

    private void fill(int vectors) {
        engine.createTable()
                .execute(
                        new CreateTableRequest(
                                TABLE,
                                List.of(new AttributeDefinition("pk", ScalarType.S)),
                                List.of(new KeySchemaElement("pk", KeyType.HASH)),
                                BillingMode.PAY_PER_REQUEST,
                                null,
                                null,
                                TableOptions.NONE,
                                List.of(),
                                null,
                                null,
                                null,
                                Arrays.stream(VectorDistanceFunction.values())
                                        .map(this::index)
                                        .toList()));
        long begin = System.nanoTime();
        for (int i = 0; i < vectors; i++) {
            put("item-" + i);
        }
        System.out.printf(
                Locale.ROOT,
                "%d items put with %d dimensions each, %.0f us an item%n",
                vectors,
                dimensions,
                (System.nanoTime() - begin) / MICRO / vectors);
    }

    private VectorIndexSpecification index(VectorDistanceFunction function) {
        return new VectorIndexSpecification(
                function.name(),
                "v",
                null,
                new IndexProjection(ProjectionType.KEYS_ONLY, null),
                dimensions,
                function);
    }

    private void put(String key) {
        engine.putItem()
                .execute(
                        new PutItemRequest(
                                TABLE,
                                Item.of(
                                        Map.of(
                                                "pk",
                                                new AttributeValue.S(key),
                                                "v",
                                                new AttributeValue.L(vector()))),
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    // Half of the searches only warm up.
    private void measure(VectorDistanceFunction function, int vectors, int searches) {
        double[] micros = new double[searches];
        for (int i = -searches; i < searches; i++) {
            SearchVectorsRequest request = request(function);
            long begin = System.nanoTime();
            engine.vectors().searchVectors().execute(request);
            if (i >= 0) {
                micros[i] = (System.nanoTime() - begin) / MICRO * A_THOUSAND / vectors;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT, "%-12s %30.0f %9.0f%n", function, micros[0], micros[searches / 2]);
    }

    private SearchVectorsRequest request(VectorDistanceFunction function) {
        return new SearchVectorsRequest(
                TABLE,
                function.name(),
                vector(),
                TOP_K,
                null,
                null,
                ExpressionAttributes.NONE,
                ReturnConsumedCapacity.NONE);
    }

    private List<AttributeValue> vector() {
        List<AttributeValue> elements = new ArrayList<>(dimensions);
        for (int i = 0; i < dimensions; i++) {
            BigDecimal number = new BigDecimal(random.nextGaussian(), DIGITS);
            elements.add(new AttributeValue.N(Decimal.of(number)));
        }
        return elements;
    }
}
