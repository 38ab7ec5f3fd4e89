package dev.millrace.expression;

import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.evaluate.PredicateEvaluator;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/// A condition that an item has to meet, or a filter that it has to pass.
public final class Condition {
    /// The condition that always holds.
    public static final Condition ALWAYS = Condition.of(Predicate.ALWAYS);

    private final Predicate predicate;

    private Condition(Predicate predicate) {
        this.predicate = predicate;
    }

    /// The condition that holds where the predicate is true.
    public static Condition of(Predicate predicate) {
        return new Condition(predicate);
    }

    /// Whether the condition holds of this item. Of no item it says what it says of one without any
    /// attribute, not even those of the key.
    public boolean test(@Nullable Item item) {
        return PredicateEvaluator.test(predicate, item == null ? Map.of() : item.attributes());
    }

    /// The top-level attributes that the condition looks at, in the order in which they occur.
    public Set<String> attributeNames() {
        return AttributeNames.of(predicate);
    }
}
