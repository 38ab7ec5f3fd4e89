package dev.millrace.expression.evaluate;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.UpdateAction;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Applies updates. First every action is worked out from the attributes before the update, then
/// all changes are made at once, so the order of actions never matters.
public final class UpdateEvaluator {
    private final Map<String, AttributeValue> before;
    private final SetEvaluator values;

    private UpdateEvaluator(Map<String, AttributeValue> before) {
        this.before = before;
        this.values = new SetEvaluator(before);
    }

    /// Applies the actions to an item that exists.
    ///
    /// @throws ApiException if they do not fit its attributes
    public static UpdateOutcome apply(
            List<UpdateAction> actions, Map<String, AttributeValue> before) {
        return new UpdateEvaluator(before).apply(actions);
    }

    /// Applies the actions to a new item that has only its key attributes. There is nothing to
    /// remove from it, wherever the path leads.
    ///
    /// @throws ApiException if they do not fit a new item
    public static UpdateOutcome create(
            List<UpdateAction> actions, Map<String, AttributeValue> key) {
        return apply(
                actions.stream()
                        .filter(action -> !(action instanceof UpdateAction.Remove))
                        .toList(),
                key);
    }

    private UpdateOutcome apply(List<UpdateAction> actions) {
        PathTree<Change> changes = new PathTree<>();
        List<DocumentPath> touched = new ArrayList<>();
        for (UpdateAction action : actions) {
            changes.add(action.path(), change(action));
            touched.add(action.path());
        }
        DocumentRewriter rewriter = new DocumentRewriter();
        Map<String, AttributeValue> after = rewriter.rewrite(before, changes);
        return new UpdateOutcome(after, List.copyOf(touched), rewriter.written());
    }

    private Change change(UpdateAction action) {
        return switch (action) {
            case UpdateAction.Set set -> new Change.Put(values.value(set.value()));
            case UpdateAction.Remove _ -> new Change.Remove();
            case UpdateAction.Add(DocumentPath path, AttributeValue value) -> add(path, value);
            case UpdateAction.Delete(DocumentPath path, AttributeValue members) ->
                    delete(path, members);
        };
    }

    private Change add(DocumentPath path, AttributeValue value) {
        AttributeValue known = PathReader.read(path, before);
        if (known == null) {
            return new Change.Put(value);
        }
        if (value instanceof AttributeValue.N(Decimal increment)) {
            return new Change.Put(increased(known, increment));
        }
        if (value instanceof AttributeValue.L(List<AttributeValue> elements)) {
            return new Change.Put(lengthened(known, elements));
        }
        return new Change.Put(SetMembers.union(known, value));
    }

    private static AttributeValue increased(AttributeValue known, Decimal increment) {
        if (known instanceof AttributeValue.N(Decimal number)) {
            return new AttributeValue.N(number.plus(increment));
        }
        throw UpdateFaults.wrongType();
    }

    private static AttributeValue lengthened(AttributeValue known, List<AttributeValue> more) {
        if (known instanceof AttributeValue.L(List<AttributeValue> elements)) {
            List<AttributeValue> all = new ArrayList<>(elements);
            all.addAll(more);
            return new AttributeValue.L(all);
        }
        throw UpdateFaults.wrongType();
    }

    private Change delete(DocumentPath path, AttributeValue members) {
        AttributeValue known = PathReader.read(path, before);
        if (known == null) {
            return new Change.Keep();
        }
        AttributeValue left = SetMembers.difference(known, members);
        return left == null ? new Change.Remove() : new Change.Put(left);
    }
}
