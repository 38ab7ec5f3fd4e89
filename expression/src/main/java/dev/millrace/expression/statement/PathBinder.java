package dev.millrace.expression.statement;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.PathStep;
import dev.millrace.expression.partiql.Place;
import dev.millrace.expression.partiql.Term;
import dev.millrace.expression.syntax.InvalidExpressionException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Makes document paths and relations of paths as written.
final class PathBinder {
    private PathBinder() {}

    /// The place in an item that the path means.
    ///
    /// @throws InvalidExpressionException if it has a step that leads nowhere
    static DocumentPath path(Term.Path path) {
        List<PathStep> steps = new ArrayList<>();
        steps.add(new PathStep.Entry(path.root()));
        for (Term.Step step : path.steps()) {
            steps.add(step(step));
        }
        return DocumentPath.ofSteps(steps);
    }

    /// The column that a SELECT of the path answers with.
    ///
    /// @throws InvalidExpressionException if it has a step that leads nowhere
    static Columns.Column column(Term.Path written) {
        DocumentPath path = path(written);
        StringBuilder name = new StringBuilder(path.attribute());
        for (PathStep step : path.steps()) {
            switch (step) {
                case PathStep.Entry(String entry) -> name.replace(0, name.length(), entry);
                case PathStep.Element element -> name.append(element);
            }
        }
        return new Columns.Column(name.toString(), path);
    }

    /// The fault of what is no path, or a path that leads nowhere.
    static InvalidExpressionException unexpected(Place place) {
        return new InvalidExpressionException("Unexpected path component at " + place);
    }

    private static PathStep step(Term.Step step) {
        return switch (step) {
            case Term.Step.Field(String name) -> new PathStep.Entry(name);
            case Term.Step.At(Term.Numeral number) -> new PathStep.Element(index(number));
            case Term.Step.At(Term.Text text) -> new PathStep.Entry(text.value());
            case Term.Step.At(Term index) -> throw unexpected(index.place());
            case Term.Step.Every(Place place) -> throw unexpected(place);
        };
    }

    private static int index(Term.Numeral number) {
        int index;
        try {
            index = new BigDecimal(number.text()).intValueExact();
        } catch (ArithmeticException _) {
            throw outOfRange(number);
        }
        if (index < 0) {
            throw outOfRange(number);
        }
        return index;
    }

    private static InvalidExpressionException outOfRange(Term.Numeral number) {
        return new InvalidExpressionException(
                "List index is not within the allowable range; index: [%s] at %s"
                        .formatted(number.text(), number.place()));
    }
}
