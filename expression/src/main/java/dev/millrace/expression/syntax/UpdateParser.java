package dev.millrace.expression.syntax;

import dev.millrace.expression.ast.ArithmeticOperator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Reads updates: sections in any order, each at most once.
public final class UpdateParser {
    private static final int DEPTH_MAX = 310;
    private static final Set<String> KEYWORDS = Set.of("set", "remove", "add", "delete");
    private static final Set<String> FUNCTIONS = Set.of("if_not_exists", "list_append");
    private static final List<Findings.Kind> ORDER =
            List.of(
                    Findings.Kind.REDUNDANT_PARENTHESES,
                    Findings.Kind.RESERVED_WORD,
                    Findings.Kind.UNKNOWN_FUNCTION,
                    Findings.Kind.REPEATED_SECTION);

    /// The sections, by their keywords.
    private enum Section {
        SET,
        REMOVE,
        ADD,
        DELETE
    }

    /// A value and whether it stood in parentheses.
    private record Grouped(SetValueSyntax value, boolean isGrouped) {}

    private final TokenReader tokens;
    private final Findings findings = new Findings();
    private final PathParser paths;
    private final List<ActionSyntax> actions = new ArrayList<>();
    private int depth;

    private UpdateParser(String text) {
        tokens = new TokenReader(text);
        paths = new PathParser(tokens, findings, KEYWORDS);
    }

    /// Reads a whole update: its actions as they were written.
    ///
    /// @throws InvalidExpressionException if the text is no update
    public static List<ActionSyntax> parse(String text) {
        UpdateParser parser = new UpdateParser(text);
        parser.parseSections();
        parser.findings.report(ORDER);
        return List.copyOf(parser.actions);
    }

    private void parseSections() {
        Set<Section> seen = EnumSet.noneOf(Section.class);
        do {
            Section section = readSection();
            if (!seen.add(section)) {
                findings.repeatedSection(section.name());
            }
            do {
                actions.add(parseAction(section));
            } while (tokens.skip(TokenType.COMMA));
        } while (!tokens.isAt(TokenType.END));
    }

    private Section readSection() {
        for (Section section : Section.values()) {
            if (tokens.skipWord(section.name())) {
                return section;
            }
        }
        throw tokens.unexpected();
    }

    private ActionSyntax parseAction(Section section) {
        PathSyntax path = paths.parsePath();
        return switch (section) {
            case SET -> parseSet(path);
            case REMOVE -> new ActionSyntax.Remove(path);
            case ADD -> new ActionSyntax.Add(path, parseValue());
            case DELETE -> new ActionSyntax.Delete(path, parseValue());
        };
    }

    private ActionSyntax parseSet(PathSyntax path) {
        if (!tokens.peek().text().equals("=")) {
            throw tokens.unexpected();
        }
        tokens.read();
        return new ActionSyntax.Set(path, parseSetValue().value());
    }

    private ValueSyntax parseValue() {
        return new ValueSyntax(tokens.require(TokenType.VALUE_PLACEHOLDER).text());
    }

    private Grouped parseSetValue() {
        Grouped left = parseTerm();
        if (!tokens.isAt(TokenType.PLUS) && !tokens.isAt(TokenType.MINUS)) {
            return left;
        }
        OperandSyntax first = requireOperand(left);
        ArithmeticOperator operator =
                tokens.read().type() == TokenType.PLUS
                        ? ArithmeticOperator.PLUS
                        : ArithmeticOperator.MINUS;
        findings.countOperator();
        return new Grouped(new ArithmeticSyntax(operator, first, parseOperand()), false);
    }

    private OperandSyntax parseOperand() {
        return requireOperand(parseTerm());
    }

    private Grouped parseTerm() {
        if (tokens.isAt(TokenType.LEFT_PARENTHESIS)) {
            return parseGroup();
        }
        if (tokens.isAt(TokenType.VALUE_PLACEHOLDER)) {
            return new Grouped(parseValue(), false);
        }
        boolean isFunction =
                tokens.isAt(TokenType.IDENTIFIER)
                        && tokens.isFollowedBy(TokenType.LEFT_PARENTHESIS)
                        && !paths.isAtKeyword();
        return new Grouped(isFunction ? parseFunction() : paths.parsePath(), false);
    }

    private Grouped parseGroup() {
        enter();
        tokens.require(TokenType.LEFT_PARENTHESIS);
        Grouped inner = parseSetValue();
        tokens.require(TokenType.RIGHT_PARENTHESIS);
        depth--;
        if (inner.isGrouped()) {
            findings.redundantParentheses();
        }
        return new Grouped(inner.value(), true);
    }

    private FunctionSyntax parseFunction() {
        String name = tokens.read().text();
        if (!FUNCTIONS.contains(name)) {
            findings.unknownFunction(name);
        }
        enter();
        tokens.require(TokenType.LEFT_PARENTHESIS);
        List<OperandSyntax> operands = new ArrayList<>();
        do {
            operands.add(parseOperand());
        } while (tokens.skip(TokenType.COMMA));
        tokens.require(TokenType.RIGHT_PARENTHESIS);
        depth--;
        return new FunctionSyntax(name, List.copyOf(operands));
    }

    private void enter() {
        depth++;
        if (depth > DEPTH_MAX) {
            throw nestedTooDeeply();
        }
    }

    private InvalidExpressionException nestedTooDeeply() {
        return tokens.isUnbalanced() ? tokens.unexpectedEnd() : findings.nestedTooDeeply(ORDER);
    }

    private OperandSyntax requireOperand(Grouped grouped) {
        return switch (grouped.value()) {
            case OperandSyntax operand -> operand;
            case ArithmeticSyntax _ -> throw tokens.unexpected();
        };
    }
}
