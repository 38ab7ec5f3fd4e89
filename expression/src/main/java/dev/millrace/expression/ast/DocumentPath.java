package dev.millrace.expression.ast;

import java.util.ArrayList;
import java.util.List;

/// A place in an item: a top-level attribute and the steps from there into its value.
public record DocumentPath(String attribute, List<PathStep> steps) {
    /// The path of a top-level attribute.
    public static DocumentPath of(String attribute) {
        return new DocumentPath(attribute, List.of());
    }

    /// The path of these steps from the item itself, the first of them being to an attribute.
    public static DocumentPath ofSteps(List<PathStep> stepsFromItem) {
        if (stepsFromItem.getFirst() instanceof PathStep.Entry(String attribute)) {
            return new DocumentPath(
                    attribute, List.copyOf(stepsFromItem.subList(1, stepsFromItem.size())));
        }
        throw new IllegalArgumentException("path does not begin with an attribute");
    }

    /// Whether the path leads into an attribute rather than to one.
    public boolean isNested() {
        return !steps.isEmpty();
    }

    /// All steps from the item itself, the attribute being the first.
    public List<PathStep> stepsFromItem() {
        List<PathStep> all = new ArrayList<>(steps.size() + 1);
        all.add(new PathStep.Entry(attribute));
        all.addAll(steps);
        return all;
    }

    /// The path as AWS prints it in error texts: `[a, [1], b]`.
    @Override
    public String toString() {
        return stepsFromItem().toString();
    }
}
