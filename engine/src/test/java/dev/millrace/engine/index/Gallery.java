package dev.millrace.engine.index;

import dev.millrace.engine.EngineFixture;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.DeleteItemRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.SearchVectorsRequest;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.request.VectorIndexUpdate;
import dev.millrace.model.response.SearchVectorsResponse.Result;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.table.SearchSchemaElement;
import dev.millrace.model.table.VectorDistanceFunction;
import dev.millrace.model.table.VectorIndexSpecification;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A table `gallery` of pictures with vectors, with three indexes: `angle` over all of them, `line`
/// over those of one tenant, which can be filtered by a number, and `product`, which is added
/// later. Beside it a naive memory of what the table has, which every search is compared with: it
/// sorts all pictures, by formulas of its own.
final class Gallery {
    static final String TABLE = "gallery";
    static final int DIMENSIONS = 5;

    /// A picture, whatever it has beside its key.
    // Pictures are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Picture(@Nullable String tenant, @Nullable Integer year, float @Nullable [] vector) {}

    private final EngineFixture fixture;
    private final Map<String, Picture> pictures = new TreeMap<>();

    Gallery(EngineFixture fixture) {
        this.fixture = fixture;
        fixture.engine()
                .createTable()
                .execute(
                        new CreateTableRequest(
                                TABLE,
                                definitions(),
                                List.of(new KeySchemaElement("pk", KeyType.HASH)),
                                BillingMode.PAY_PER_REQUEST,
                                null,
                                null,
                                TableOptions.NONE,
                                List.of(),
                                null,
                                null,
                                null,
                                List.of(
                                        index("angle", VectorDistanceFunction.COSINE, null),
                                        index(
                                                "line",
                                                VectorDistanceFunction.EUCLIDEAN,
                                                schema()))));
    }

    /// Adds the index `product`, by which larger is nearer.
    void addProduct() {
        fixture.engine()
                .updateTable()
                .execute(
                        new UpdateTableRequest(
                                TABLE,
                                null,
                                null,
                                null,
                                TableOptions.NONE,
                                definitions(),
                                null,
                                List.of(
                                        new VectorIndexUpdate(
                                                index(
                                                        "product",
                                                        VectorDistanceFunction.DOT_PRODUCT,
                                                        schema()),
                                                null))));
    }

    /// Whether every index has become ACTIVE.
    boolean isReady() {
        return fixture.describe(TABLE).indexes().stream()
                .allMatch(index -> index.index().status() == IndexStatus.ACTIVE);
    }

    void put(String pk, Picture picture) {
        Map<String, AttributeValue> attributes = new TreeMap<>();
        attributes.put("pk", EngineFixture.text(pk));
        attributes.put("note", EngineFixture.text("note of " + pk));
        if (picture.tenant() != null) {
            attributes.put("tenant", EngineFixture.text(picture.tenant()));
        }
        if (picture.year() != null) {
            attributes.put("year", number(picture.year().toString()));
        }
        if (picture.vector() != null) {
            attributes.put("v", list(picture.vector()));
        }
        fixture.put(TABLE, Item.of(attributes));
        pictures.put(pk, picture);
    }

    void delete(String pk) {
        fixture.engine()
                .deleteItem()
                .execute(
                        new DeleteItemRequest(
                                TABLE,
                                Item.of(Map.of("pk", EngineFixture.text(pk))),
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
        pictures.remove(pk);
    }

    /// The keys that a search answers, the nearest first.
    List<String> search(
            String index,
            float[] wanted,
            int topK,
            @Nullable String tenant,
            @Nullable Integer year) {
        AttributeValue vector = list(wanted);
        Map<String, AttributeValue> values = new TreeMap<>();
        if (tenant != null) {
            values.put(":t", EngineFixture.text(tenant));
        }
        if (year != null) {
            values.put(":y", number(year.toString()));
        }
        String condition = "tenant = :t" + (year == null ? "" : " AND #y = :y");
        return fixture
                .engine()
                .vectors()
                .searchVectors()
                .execute(
                        new SearchVectorsRequest(
                                TABLE,
                                index,
                                ((AttributeValue.L) vector).elements(),
                                topK,
                                tenant == null ? null : condition,
                                null,
                                new ExpressionAttributes(
                                        year == null ? null : Map.of("#y", "year"),
                                        tenant == null ? null : values),
                                ReturnConsumedCapacity.NONE))
                .results()
                .stream()
                .map(Result::item)
                .map(Gallery::keyOf)
                .toList();
    }

    private static String keyOf(Item item) {
        if (item.get("pk") instanceof AttributeValue.S(var key)) {
            return key;
        }
        throw new IllegalStateException("picture without its key");
    }

    /// The same by the memory of the test.
    List<String> expected(
            VectorDistanceFunction function,
            float[] wanted,
            int topK,
            @Nullable String tenant,
            @Nullable Integer year) {
        record Far(String pk, double distance) {}
        List<Far> all = new ArrayList<>();
        pictures.forEach((pk, picture) -> {
            boolean isOfTenant = tenant == null || tenant.equals(picture.tenant());
            boolean isOfYear = year == null || year.equals(picture.year());
            if (picture.vector() != null && isOfTenant && isOfYear) {
                all.add(new Far(pk, distance(function, wanted, picture.vector())));
            }
        });
        all.sort(Comparator.comparingDouble(Far::distance));
        return all.stream().limit(topK).map(Far::pk).toList();
    }

    private static double distance(VectorDistanceFunction function, float[] one, float[] other) {
        double product = 0;
        double line = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            product += (double) one[i] * other[i];
            line += Math.pow((double) one[i] - other[i], 2);
            ones += Math.pow(one[i], 2);
            others += Math.pow(other[i], 2);
        }
        return switch (function) {
            case COSINE -> -product / Math.sqrt(ones) / Math.sqrt(others);
            case DOT_PRODUCT -> -product;
            case EUCLIDEAN -> line;
        };
    }

    private static List<AttributeDefinition> definitions() {
        return List.of(
                new AttributeDefinition("pk", ScalarType.S),
                new AttributeDefinition("tenant", ScalarType.S),
                new AttributeDefinition("year", ScalarType.N));
    }

    private static List<SearchSchemaElement> schema() {
        return List.of(
                new SearchSchemaElement("tenant", SearchSchemaElement.Type.HASH),
                new SearchSchemaElement("year", SearchSchemaElement.Type.INLINE_FILTER));
    }

    private static VectorIndexSpecification index(
            String name,
            VectorDistanceFunction function,
            @Nullable List<SearchSchemaElement> schema) {
        return new VectorIndexSpecification(
                name,
                "v",
                schema,
                schema == null
                        ? IndexProjection.ALL
                        : new IndexProjection(ProjectionType.KEYS_ONLY, null),
                DIMENSIONS,
                function);
    }

    private static AttributeValue list(float[] vector) {
        List<AttributeValue> elements = new ArrayList<>();
        for (float component : vector) {
            elements.add(number(Float.toString(component)));
        }
        return new AttributeValue.L(elements);
    }

    private static AttributeValue number(String digits) {
        return new AttributeValue.N(Decimal.parse(digits));
    }
}
