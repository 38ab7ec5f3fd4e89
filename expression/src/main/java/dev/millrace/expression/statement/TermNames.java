package dev.millrace.expression.statement;

import dev.millrace.expression.partiql.Statement;
import dev.millrace.expression.partiql.Term;
import dev.millrace.expression.syntax.InvalidExpressionException;

/// What AWS calls the kinds of terms when it refuses one: the names that they have in the tree of
/// PartiQL's reference parser.
final class TermNames {
    private TermNames() {}

    /// The fault of a term that stands where it means nothing.
    static InvalidExpressionException unsupported(Term term) {
        return new InvalidExpressionException("Unsupported operation: " + of(term));
    }

    static String of(Term term) {
        return switch (term) {
            case Term.Path path -> path.steps().isEmpty() ? "Id" : "Path";
            case Term.Text _, Term.Numeral _, Term.Truth _, Term.Null _ -> "Lit";
            case Term.Missing _ -> "Missing";
            case Term.Parameter _ -> "Parameter";
            case Term.ListOf _ -> "List";
            case Term.StructOf _ -> "Struct";
            case Term.BagOf _ -> "Bag";
            case Term.Call _, Term.Everything _ -> "Call";
            case Term.And _ -> "And";
            case Term.Or _ -> "Or";
            case Term.Not _ -> "Not";
            case Term.Signed signed -> signed.sign().equals("-") ? "Neg" : "Pos";
            case Term.Between _ -> "Between";
            case Term.In _ -> "InCollection";
            case Term.Is _ -> "IsType";
            case Term.Infix infix -> of(infix.operator());
            case Statement.Select _ -> "Select";
            case Statement.Insert _, Statement.Update _, Statement.Delete _ -> "Dml";
        };
    }

    private static String of(String operator) {
        return switch (operator) {
            case "=" -> "Eq";
            case "<>" -> "Ne";
            case "<" -> "Lt";
            case "<=" -> "Lte";
            case ">" -> "Gt";
            case ">=" -> "Gte";
            case "+" -> "Plus";
            case "-" -> "Minus";
            case "*" -> "Times";
            case "/" -> "Divide";
            case "%" -> "Modulo";
            case "||" -> "Concat";
            case "like" -> "Like";
            default -> "BagOp";
        };
    }
}
