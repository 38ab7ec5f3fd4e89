package dev.millrace.testkit.expression;

import java.util.ArrayList;
import java.util.List;

/// The way to a value inside an item: the name of an attribute, then map keys and list indexes.
///
/// @param steps at least one, the first of them a name
public record DocumentPath(List<Step> steps) {
    /// One step of a path.
    public sealed interface Step {
        /// The attribute or the map entry with this name.
        record Name(String name) implements Step {}

        /// The list element at this index, counted from 0.
        record Index(int index) implements Step {}
    }

    /// The path of a top-level attribute.
    public static DocumentPath of(String attribute) {
        return new DocumentPath(List.of(new Step.Name(attribute)));
    }

    /// The path of the map entry with this name below the value at this path.
    public DocumentPath child(String name) {
        return with(new Step.Name(name));
    }

    /// The path of the list element at this index below the value at this path.
    public DocumentPath at(int index) {
        return with(new Step.Index(index));
    }

    /// The top-level attribute that the path begins with.
    public String attribute() {
        return switch (steps.getFirst()) {
            case Step.Name(var name) -> name;
            case Step.Index _ -> throw new IllegalStateException("path begins with an index");
        };
    }

    /// Whether the path names a whole attribute.
    public boolean isTopLevel() {
        return steps.size() == 1;
    }

    /// Whether some step is a list index.
    public boolean hasIndex() {
        return steps.stream().anyMatch(Step.Index.class::isInstance);
    }

    private DocumentPath with(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new DocumentPath(List.copyOf(longer));
    }
}
