package dev.millrace.expression.bind;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.PathStep;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.expression.syntax.PathSyntax;
import dev.millrace.expression.syntax.PathSyntax.Segment;
import dev.millrace.expression.syntax.ValueSyntax;
import dev.millrace.model.value.AttributeValue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the placeholders of one request stand for, and which of them its expressions have used.
public final class Placeholders {
    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;
    private final Set<String> used = new HashSet<>();

    /// The placeholders that the request defines: `#name` to attribute name, `:value` to value.
    public Placeholders(Map<String, String> names, Map<String, AttributeValue> values) {
        this.names = names;
        this.values = values;
    }

    /// The placeholders for names that no expression has used so far.
    public List<String> unusedNames() {
        return names.keySet().stream().filter(name -> !used.contains(name)).toList();
    }

    /// The placeholders for values that no expression has used so far.
    public List<String> unusedValues() {
        return values.keySet().stream().filter(value -> !used.contains(value)).toList();
    }

    /// The path with real names.
    ///
    /// @throws InvalidExpressionException if a placeholder is not defined
    DocumentPath resolve(PathSyntax path) {
        List<PathStep> steps = new ArrayList<>();
        for (Segment segment : path.segments()) {
            steps.add(resolve(segment));
        }
        return DocumentPath.ofSteps(steps);
    }

    /// The value that the placeholder stands for.
    ///
    /// @throws InvalidExpressionException if it is not defined
    AttributeValue resolve(ValueSyntax value) {
        AttributeValue known = values.get(value.placeholder());
        if (known == null) {
            throw new InvalidExpressionException(
                    "An expression attribute value used in expression is not defined; attribute"
                            + " value: "
                            + value.placeholder());
        }
        used.add(value.placeholder());
        return known;
    }

    private PathStep resolve(Segment segment) {
        return switch (segment) {
            case PathSyntax.Name(String name) -> new PathStep.Entry(name);
            case PathSyntax.Placeholder(String placeholder) ->
                    new PathStep.Entry(nameOf(placeholder));
            case PathSyntax.Index(int index) -> new PathStep.Element(index);
        };
    }

    private String nameOf(String placeholder) {
        String known = names.get(placeholder);
        if (known == null) {
            throw new InvalidExpressionException(
                    "An expression attribute name used in the document path is not defined;"
                            + " attribute name: "
                            + placeholder);
        }
        used.add(placeholder);
        return known;
    }
}
