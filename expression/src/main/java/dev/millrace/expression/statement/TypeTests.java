package dev.millrace.expression.statement;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.bind.OperandRules;
import dev.millrace.expression.partiql.Term;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.AttributeValue;

import java.util.List;
import java.util.stream.Stream;

/// Makes predicates of `IS` and a type of PartiQL. A value has the type if DynamoDB stores values
/// of that type like it.
final class TypeTests {
    private TypeTests() {}

    /// The predicate that the operand has the type.
    ///
    /// @throws InvalidExpressionException if DynamoDB has no such type, or something other than a
    ///   path is to be missing
    static Predicate of(Operand operand, Term.Is is) {
        if (is.type().equals("missing")) {
            return missing(operand);
        }
        List<Predicate> tests =
                types(is)
                        .map(type -> (Predicate) new Predicate.AttributeType(operand, type))
                        .toList();
        return tests.size() == 1 ? tests.getFirst() : new Predicate.Or(tests);
    }

    private static Predicate missing(Operand operand) {
        if (operand instanceof Operand.Path(DocumentPath path)) {
            return new Predicate.AttributeNotExists(path);
        }
        throw OperandRules.noPath("IS MISSING");
    }

    private static Stream<AttributeValue.Type> types(Term.Is is) {
        return switch (is.type()) {
            case "null" -> Stream.of(AttributeValue.Type.NULL);
            case "bool", "boolean" -> Stream.of(AttributeValue.Type.BOOL);
            case "string", "symbol", "char", "character", "varchar" ->
                    Stream.of(AttributeValue.Type.S);
            case "smallint",
                    "int2",
                    "int4",
                    "int8",
                    "int",
                    "integer",
                    "float",
                    "real",
                    "double",
                    "dec",
                    "decimal",
                    "numeric" ->
                    Stream.of(AttributeValue.Type.N);
            case "blob", "clob" -> Stream.of(AttributeValue.Type.B);
            case "list", "sexp" -> Stream.of(AttributeValue.Type.L);
            case "struct", "tuple" -> Stream.of(AttributeValue.Type.M);
            case "bag" ->
                    Stream.of(
                            AttributeValue.Type.SS, AttributeValue.Type.NS, AttributeValue.Type.BS);
            default -> throw TermNames.unsupported(is);
        };
    }
}
