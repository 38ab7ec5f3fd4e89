package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.testkit.expression.DocumentPath;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Several document paths as one tree, with something of type `T` at the end of each.
///
/// Two paths of which one continues the other are refused, and so is the use of one value both as a
/// map and as a list.
final class PathTree<T> {
    /// A place in the tree: the end of a path, or a branch.
    sealed interface Node<T> {}

    /// The end of a path.
    record Leaf<T>(T content) implements Node<T> {}

    /// A value below which paths go on.
    record Branch<T>(Map<DocumentPath.Step, Node<T>> children) implements Node<T> {
        /// A branch without children.
        static <T> Branch<T> empty() {
            return new Branch<>(new LinkedHashMap<>());
        }
    }

    private final Branch<T> root = Branch.empty();

    /// The item itself.
    Branch<T> root() {
        return root;
    }

    /// Adds one path.
    ///
    /// @throws ApiException if it overlaps or conflicts with a path added before
    void add(DocumentPath path, T content) {
        Branch<T> branch = root;
        List<DocumentPath.Step> steps = path.steps();
        for (DocumentPath.Step step : steps.subList(0, steps.size() - 1)) {
            branch = descend(branch, step);
        }
        requireSameKind(branch, steps.getLast());
        if (branch.children().putIfAbsent(steps.getLast(), new Leaf<>(content)) != null) {
            throw overlap();
        }
    }

    private static <T> Branch<T> descend(Branch<T> branch, DocumentPath.Step step) {
        requireSameKind(branch, step);
        @Nullable Node<T> next = branch.children().get(step);
        if (next == null) {
            Branch<T> created = Branch.empty();
            branch.children().put(step, created);
            return created;
        }
        return switch (next) {
            case Leaf<T> _ -> throw overlap();
            case Branch<T> existing -> existing;
        };
    }

    private static <T> void requireSameKind(Branch<T> branch, DocumentPath.Step step) {
        for (DocumentPath.Step sibling : branch.children().keySet()) {
            if (sibling instanceof DocumentPath.Step.Name
                    != step instanceof DocumentPath.Step.Name) {
                throw ApiException.validation("Two document paths conflict with each other");
            }
        }
    }

    private static ApiException overlap() {
        return ApiException.validation("Two document paths overlap with each other");
    }
}
