package dev.millrace.expression;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects the top-level attributes that a predicate looks at.
final class AttributeNames {
    private final Set<String> names = new LinkedHashSet<>();

    private AttributeNames() {}

    static Set<String> of(Predicate predicate) {
        AttributeNames collector = new AttributeNames();
        collector.visit(predicate);
        return collector.names;
    }

    private void visit(Predicate predicate) {
        switch (predicate) {
            case Predicate.And(List<Predicate> terms) -> terms.forEach(this::visit);
            case Predicate.Or(List<Predicate> terms) -> terms.forEach(this::visit);
            case Predicate.Not(Predicate term) -> visit(term);
            case Predicate.Comparison(var _, Operand left, Operand right) -> visit(left, right);
            case Predicate.Between(Operand operand, Operand lower, Operand upper) ->
                    visit(operand, lower, upper);
            case Predicate.In(Operand operand, List<Operand> candidates) -> {
                visit(operand);
                candidates.forEach(this::visit);
            }
            case Predicate.AttributeExists(DocumentPath path) -> names.add(path.attribute());
            case Predicate.AttributeNotExists(DocumentPath path) -> names.add(path.attribute());
            case Predicate.AttributeType(Operand operand, var _) -> visit(operand);
            case Predicate.BeginsWith(Operand operand, Operand prefix) -> visit(operand, prefix);
            case Predicate.Contains(Operand operand, Operand part) -> visit(operand, part);
        }
    }

    private void visit(Operand... operands) {
        for (Operand operand : operands) {
            switch (operand) {
                case Operand.Path(DocumentPath path) -> names.add(path.attribute());
                case Operand.Constant _ -> {}
                case Operand.Size(Operand of) -> visit(of);
                case Operand.Truth(Predicate predicate) -> visit(predicate);
            }
        }
    }
}
