package dev.millrace.benchmarks.jmh;

import dev.millrace.expression.Condition;
import dev.millrace.expression.ExpressionParser;
import dev.millrace.expression.Projection;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.expression.Update;
import dev.millrace.expression.UpdateResult;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.AttributeValue.N;
import dev.millrace.model.value.AttributeValue.S;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Expressions, from their text to what they say of an item as it is stored.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExpressionBenchmark {
    private static final String CONDITION =
            "attribute_exists(id) AND #s <> :shipped AND (amount > :least OR contains(tags, :tag))"
                    + " AND size(customer) < :chars AND articles[3].article = :article";

    private static final String UPDATE =
            "SET #s = :shipped, address.street = :street, attribute1 = attribute1 + :one"
                    + " REMOVE isOpen ADD attribute2 :one";

    private static final String PROJECTION =
            "id, #s, address.street, articles[0].price, articles[3]";

    private static final ExpressionAttributes FOR_CONDITION =
            new ExpressionAttributes(
                    Map.of("#s", "state"),
                    Map.of(
                            ":shipped", new S("shipped"),
                            ":least", number(5_000_000),
                            ":tag", new S("express"),
                            ":chars", number(100),
                            ":article", new S("article-3")));

    private static final ExpressionAttributes FOR_UPDATE =
            new ExpressionAttributes(
                    Map.of("#s", "state"),
                    Map.of(
                            ":shipped", new S("shipped"),
                            ":street", new S("short"),
                            ":one", number(1)));

    private final ExpressionParser parser = new ExpressionParser();
    private byte[] bytes = {};
    private Item key = Item.of(Map.of());
    private Condition condition = Condition.ALWAYS;
    private Update update = Update.NONE;
    private Projection projection = projection(new ExpressionParser());

    /// Reads the expressions and makes the item.
    @Setup
    public void prepare() {
        Map<String, AttributeValue> attributes = Shape.NESTED.attributes();
        bytes = Item.of(attributes).bytes();
        key = Item.of(Map.of("id", Objects.requireNonNull(attributes.get("id"))));
        condition = readKnownCondition();
        update = readKnownUpdate();
        projection = projection(parser);
    }

    /// A condition that has never been seen.
    @Benchmark
    public Condition readNewCondition() {
        return new RequestExpressions(new ExpressionParser(), FOR_CONDITION).condition(CONDITION);
    }

    /// A condition whose text has been seen before, with new values.
    @Benchmark
    public Condition readKnownCondition() {
        return new RequestExpressions(parser, FOR_CONDITION).condition(CONDITION);
    }

    /// An update whose text has been seen before, with new values.
    @Benchmark
    public Update readKnownUpdate() {
        return new RequestExpressions(parser, FOR_UPDATE).update(UPDATE);
    }

    /// A condition about a stored item.
    @Benchmark
    public boolean testCondition() {
        return condition.test(Item.encoded(bytes));
    }

    /// An update of a stored item, to its new bytes.
    @Benchmark
    public byte[] applyUpdate() {
        UpdateResult result = update.apply(Item.encoded(bytes), key);
        return result.after().bytes();
    }

    /// A projection of a stored item.
    @Benchmark
    public Item applyProjection() {
        return projection.apply(Item.encoded(bytes));
    }

    private static Projection projection(ExpressionParser parser) {
        ExpressionAttributes names = new ExpressionAttributes(Map.of("#s", "state"), null);
        return Objects.requireNonNull(new RequestExpressions(parser, names).projection(PROJECTION));
    }

    private static AttributeValue number(long number) {
        return new N(Decimal.of(number));
    }
}
