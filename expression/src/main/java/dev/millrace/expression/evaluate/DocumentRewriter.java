package dev.millrace.expression.evaluate;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.PathStep;
import dev.millrace.model.value.AttributeValue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the changes of one update, copying the maps and lists on the way to them and nothing else.
/// Positions in lists are those of the list before: removals close up only at the end.
final class DocumentRewriter {
    private final List<DocumentPath> written = new ArrayList<>();
    private final Deque<PathStep> here = new ArrayDeque<>();

    /// The attributes after the changes.
    Map<String, AttributeValue> rewrite(
            Map<String, AttributeValue> attributes, PathTree<Change> changes) {
        return rewriteEntries(attributes, changes);
    }

    /// The places that got a value, as they are found after the changes.
    List<DocumentPath> written() {
        return List.copyOf(written);
    }

    private AttributeValue rewriteValue(AttributeValue value, PathTree<Change> changes) {
        if (value instanceof AttributeValue.M(Map<String, AttributeValue> entries)
                && !changes.entries().isEmpty()) {
            return new AttributeValue.M(rewriteEntries(entries, changes));
        }
        if (value instanceof AttributeValue.L(List<AttributeValue> elements)
                && !changes.elements().isEmpty()) {
            return new AttributeValue.L(rewriteElements(elements, changes));
        }
        throw UpdateFaults.invalidPath();
    }

    private Map<String, AttributeValue> rewriteEntries(
            Map<String, AttributeValue> entries, PathTree<Change> changes) {
        Map<String, AttributeValue> after = new LinkedHashMap<>(entries);
        changes.entries()
                .forEach((name, below) -> {
                    here.addLast(new PathStep.Entry(name));
                    rewriteEntry(after, name, below);
                    here.removeLast();
                });
        return after;
    }

    private void rewriteEntry(
            Map<String, AttributeValue> after, String name, PathTree<Change> changes) {
        if (!changes.isLeaf()) {
            AttributeValue value = after.get(name);
            if (value == null) {
                throw UpdateFaults.invalidPath();
            }
            after.put(name, rewriteValue(value, changes));
            return;
        }
        switch (changes.leaf()) {
            case Change.Put(AttributeValue value) -> after.put(name, write(value));
            case Change.Remove _ -> after.remove(name);
            case Change.Keep _ -> {}
        }
    }

    private List<AttributeValue> rewriteElements(
            List<AttributeValue> elements, PathTree<Change> changes) {
        List<AttributeValue> after = new ArrayList<>(elements);
        int removed = 0;
        for (Map.Entry<Integer, PathTree<Change>> element : changes.elements().entrySet()) {
            boolean isPastEnd = element.getKey() >= elements.size();
            int index = isPastEnd ? after.size() : element.getKey() - removed;
            here.addLast(new PathStep.Element(index));
            removed += rewriteElement(after, index, element.getValue()) ? 1 : 0;
            here.removeLast();
        }
        return after;
    }

    // Elements are visited in ascending order, so those already removed all stood before this one.
    private boolean rewriteElement(
            List<AttributeValue> after, int index, PathTree<Change> changes) {
        boolean isPastEnd = index == after.size();
        if (!changes.isLeaf()) {
            if (isPastEnd) {
                throw UpdateFaults.invalidPath();
            }
            after.set(index, rewriteValue(after.get(index), changes));
            return false;
        }
        return switch (changes.leaf()) {
            case Change.Put(AttributeValue value) -> {
                put(after, index, write(value));
                yield false;
            }
            case Change.Remove _ -> !isPastEnd && after.remove(index) != null;
            case Change.Keep _ -> false;
        };
    }

    private static void put(List<AttributeValue> after, int index, AttributeValue value) {
        if (index == after.size()) {
            after.add(value);
        } else {
            after.set(index, value);
        }
    }

    private AttributeValue write(AttributeValue value) {
        DocumentPath path = DocumentPath.ofSteps(List.copyOf(here));
        NestingDepth.require(path, value);
        written.add(path);
        return value;
    }
}
