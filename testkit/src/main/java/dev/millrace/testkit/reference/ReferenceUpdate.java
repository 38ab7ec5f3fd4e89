package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.UpdateAction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Applies the actions of an update to an item (source: dynamodb-api reference, section 7.2).
///
/// First every action's new value is calculated from the item as it was, then all of them are put
/// in their places in one walk over the item.
final class ReferenceUpdate {
    private final List<UpdateAction> actions;

    ReferenceUpdate(List<UpdateAction> actions) {
        this.actions = actions;
    }

    /// Checks that no action touches a key attribute.
    ///
    /// @throws ApiException if one does
    void requireNoKeyAttribute(KeySchema keySchema) {
        for (UpdateAction action : actions) {
            if (keySchema.contains(action.path().attribute())) {
                throw ApiException.invalidParameter(
                        "Cannot update attribute " + action.path().attribute());
            }
        }
    }

    /// Whether the update leaves a missing item missing: it has actions, and all only take away.
    boolean createsNothing() {
        return !actions.isEmpty() && actions.stream().allMatch(UpdateAction::isClearing);
    }

    /// The item after the update.
    ///
    /// @param before the item before, or just its key if there was none
    /// @throws ApiException if an operand or a path does not fit the item
    Map<String, AttributeValue> apply(Map<String, AttributeValue> before) {
        PathTree<Optional<AttributeValue>> changes = new PathTree<>();
        for (UpdateAction action : actions) {
            changes.add(action.path(), Optional.ofNullable(newValue(before, action)));
        }
        return changedMap(before, changes.root());
    }

    // Null stands for removal.
    private static @Nullable AttributeValue newValue(
            Map<String, AttributeValue> before, UpdateAction action) {
        AttributeValue old = ReferencePaths.read(before, action.path());
        return switch (action) {
            case UpdateAction.Set(_, var value) -> new ReferenceSetValue(before).of(value);
            case UpdateAction.Remove _ -> null;
            case UpdateAction.Add(_, var operand) -> ReferenceSets.add(old, operand);
            case UpdateAction.Delete(_, var members) -> ReferenceSets.delete(old, members);
        };
    }

    private static AttributeValue changed(
            @Nullable AttributeValue value, PathTree.Branch<Optional<AttributeValue>> branch) {
        boolean byName =
                branch.children().keySet().iterator().next() instanceof DocumentPath.Step.Name;
        if (byName && value instanceof AttributeValue.M(var entries)) {
            return new AttributeValue.M(changedMap(entries, branch));
        }
        if (!byName && value instanceof AttributeValue.L(var elements)) {
            return new AttributeValue.L(changedList(elements, branch));
        }
        throw ApiException.validation(
                "The document path provided in the update expression is invalid for update");
    }

    private static Map<String, AttributeValue> changedMap(
            Map<String, AttributeValue> entries, PathTree.Branch<Optional<AttributeValue>> branch) {
        Map<String, AttributeValue> result = new LinkedHashMap<>(entries);
        branch.children()
                .forEach((step, node) -> {
                    String name = nameOf(step);
                    AttributeValue value = changed(entries.get(name), node);
                    if (value == null) {
                        result.remove(name);
                    } else {
                        result.put(name, value);
                    }
                });
        return result;
    }

    // Indexes mean the list as it was; values past its end are appended in the order of their
    // indexes.
    private static List<AttributeValue> changedList(
            List<AttributeValue> elements, PathTree.Branch<Optional<AttributeValue>> branch) {
        List<AttributeValue> result = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            var node = branch.children().get(new DocumentPath.Step.Index(i));
            AttributeValue value = node == null ? elements.get(i) : changed(elements.get(i), node);
            if (value != null) {
                result.add(value);
            }
        }
        branch.children().keySet().stream()
                .map(ReferenceUpdate::indexOf)
                .filter(index -> index >= elements.size())
                .sorted()
                .forEach(index -> {
                    var node = branch.children().get(new DocumentPath.Step.Index(index));
                    AttributeValue value = node == null ? null : changed(null, node);
                    if (value != null) {
                        result.add(value);
                    }
                });
        return result;
    }

    private static @Nullable AttributeValue changed(
            @Nullable AttributeValue value, PathTree.Node<Optional<AttributeValue>> node) {
        return switch (node) {
            case PathTree.Leaf<Optional<AttributeValue>>(var content) -> content.orElse(null);
            case PathTree.Branch<Optional<AttributeValue>> branch -> changed(value, branch);
        };
    }

    private static String nameOf(DocumentPath.Step step) {
        return switch (step) {
            case DocumentPath.Step.Name(var name) -> name;
            case DocumentPath.Step.Index _ -> throw new IllegalStateException("index in a map");
        };
    }

    private static int indexOf(DocumentPath.Step step) {
        return switch (step) {
            case DocumentPath.Step.Index(var index) -> index;
            case DocumentPath.Step.Name _ -> throw new IllegalStateException("name in a list");
        };
    }
}
