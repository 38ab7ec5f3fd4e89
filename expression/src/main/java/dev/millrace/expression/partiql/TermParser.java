package dev.millrace.expression.partiql;

import dev.millrace.expression.syntax.InvalidExpressionException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Reads terms: operators by their precedence, and between them what [OperandParser] reads.
final class TermParser {
    /// How deep terms may lie within each other. AWS's own limit is not known; no literal may be
    /// nested this deeply, and no condition needs it.
    static final int DEPTH_MAX = 200;

    private static final int ANY = -1;

    private final TokenCursor tokens;
    private final OperandParser operands;
    private int depth;

    TermParser(TokenCursor tokens, StatementParser statements) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, this, statements);
    }

    /// What is read where single operands stand.
    OperandParser operands() {
        return operands;
    }

    /// Reads a term as far as it goes.
    ///
    /// @throws InvalidExpressionException if there is none
    Term parse() {
        return parse(ANY);
    }

    // Operators bind their operands as long as theirs is the higher precedence.
    private Term parse(int precedence) {
        enter();
        Term term = parseSigned();
        String chain = "";
        int operators = 0;
        for (Infix next = infix(); next != null && precedence < next.precedence; next = infix()) {
            boolean isChained = chain.equals(next.operator);
            Place place = read(next);
            Term right = parseRight(next, place, term);
            term = isChained ? chained(term, right) : right;
            chain = next.isChain() ? next.operator : "";
            operators += next.isChain() ? 0 : 1;
            requireDepth(operators);
        }
        depth--;
        return term;
    }

    // Of a chain's further terms only the term itself is read; the chain is already there.
    private Term parseRight(Infix operator, Place place, Term left) {
        Term made =
                switch (operator.operator) {
                    case "and" -> new Term.And(place, List.of(left, right(operator)));
                    case "or" -> new Term.Or(place, List.of(left, right(operator)));
                    case "is" -> parseIs(place, left);
                    case "in" -> new Term.In(place, left, right(operator));
                    case "between" -> between(operator, place, left);
                    default -> new Term.Infix(place, operator.operator, left, right(operator));
                };
        return operator.negated ? new Term.Not(place, made) : made;
    }

    private static Term chained(Term chain, Term link) {
        return switch (link) {
            case Term.And(Place place, List<Term> terms) ->
                    new Term.And(place, joined(((Term.And) chain).terms(), terms.getLast()));
            case Term.Or(Place place, List<Term> terms) ->
                    new Term.Or(place, joined(((Term.Or) chain).terms(), terms.getLast()));
            default -> throw new IllegalStateException("operator makes no chain");
        };
    }

    private static List<Term> joined(List<Term> terms, Term last) {
        List<Term> all = new ArrayList<>(terms);
        all.add(last);
        return all;
    }

    private Term parseIs(Place place, Term left) {
        boolean negated = tokens.skipWord("not");
        Term is = new Term.Is(place, left, operands.parseType());
        return negated ? new Term.Not(place, is) : is;
    }

    private Term between(Infix operator, Place place, Term operand) {
        Term lower = right(operator);
        tokens.requireWord("and", "Expected AND");
        return new Term.Between(place, operand, lower, right(operator));
    }

    private Term right(Infix operator) {
        if (tokens.isAt(TokenKind.END)) {
            throw TokenCursor.malformed("Missing right-hand side expression of infix operator");
        }
        return parse(operator.precedence);
    }

    private Term parseSigned() {
        Token token = tokens.peek();
        if (token.isWord("not")) {
            tokens.read();
            return new Term.Not(token.place(), parse(Infix.NOT_PRECEDENCE));
        }
        if (token.isWord("+") || token.isWord("-")) {
            tokens.read();
            enter();
            Term term = parseSigned();
            depth--;
            return signed(token, term);
        }
        return operands.parse();
    }

    private static Term signed(Token sign, Term term) {
        if (term instanceof Term.Numeral number) {
            return sign.isWord("-") ? number.negated() : number;
        }
        return new Term.Signed(sign.place(), sign.text(), term);
    }

    private @Nullable Infix infix() {
        Token token = tokens.peek();
        if (token.isWord("not")) {
            Token second = tokens.second();
            boolean isInfix = Infix.NEGATED.contains(second.text());
            return isInfix && second.kind() == TokenKind.OPERATOR
                    ? Infix.of(second.text(), true)
                    : null;
        }
        boolean isOperator = token.kind() == TokenKind.OPERATOR || token.kind() == TokenKind.STAR;
        return isOperator ? Infix.of(token.text(), false) : null;
    }

    // The negation stands before the operator; only that of `is` stands behind it.
    private Place read(Infix operator) {
        Place place = tokens.read().place();
        if (operator.negated) {
            tokens.read();
        }
        return place;
    }

    private void enter() {
        depth++;
        requireDepth(depth);
    }

    private static void requireDepth(int depth) {
        if (depth > DEPTH_MAX) {
            throw TokenCursor.malformed("Terms are nested too deeply");
        }
    }

    /// An operator between two terms.
    private record Infix(String operator, int precedence, boolean negated) {
        static final int NOT_PRECEDENCE = 30;
        static final List<String> NEGATED = List.of("in", "between", "like");

        static Infix of(String operator, boolean negated) {
            return new Infix(operator, precedence(operator), negated);
        }

        boolean isChain() {
            return !negated && (operator.equals("and") || operator.equals("or"));
        }

        private static int precedence(String operator) {
            return switch (operator) {
                case "union", "except", "intersect" -> 5;
                case "or" -> 10;
                case "and" -> 20;
                case "=", "<>", "is", "in" -> 40;
                case "<", "<=", ">", ">=", "between", "like" -> 50;
                case "+", "-", "||" -> 60;
                case "*", "/", "%" -> 70;
                default -> throw new IllegalStateException("token is no operator");
            };
        }
    }
}
