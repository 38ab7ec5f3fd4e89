package dev.millrace.expression.partiql;

import dev.millrace.expression.syntax.InvalidExpressionException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads statements. A statement is a term like any other, so that what begins otherwise is first
/// read as a term, as AWS does: its complaint then tells where the term ends.
public final class StatementParser {
    private final TokenCursor tokens;
    private final TermParser terms;

    private StatementParser(String statement) {
        this.tokens = new TokenCursor(statement);
        this.terms = new TermParser(tokens, this);
    }

    /// Reads `statement` as a whole.
    ///
    /// @throws InvalidExpressionException if it is not well formed
    public static ParsedStatement parse(String statement) {
        StatementParser parser = new StatementParser(statement);
        Term term = parser.terms.parse();
        boolean ended = parser.tokens.skip(TokenKind.SEMICOLON);
        if (!parser.tokens.isAt(TokenKind.END)) {
            throw TokenCursor.malformed(
                    ended
                            ? "Unexpected token after semicolon. (Only one query is allowed.)"
                            : "Unexpected token after expression");
        }
        return new ParsedStatement(term, parser.terms.operands().parameters());
    }

    /// Whether the next token begins a statement.
    boolean isAtStatement() {
        return switch (tokens.peek().text()) {
            case "select", "from", "update", "delete" -> true;
            case "insert" -> tokens.second().isWord("into");
            default -> false;
        };
    }

    /// Reads the statement that begins here.
    Statement parse() {
        Token first = tokens.read();
        return switch (first.text()) {
            case "select" -> parseSelect(first.place());
            case "from" -> parseFromFirst(first.place());
            case "update" -> parseUpdate(first.place());
            case "delete" -> parseDelete(first.place());
            default -> parseInsert(first.place());
        };
    }

    private Statement parseSelect(Place place) {
        refuseClause("distinct", "all");
        refuseClause("value");
        List<Statement.Column> columns = new ArrayList<>();
        if (!tokens.skip(TokenKind.STAR)) {
            do {
                columns.add(new Statement.Column(terms.parse(), skipAlias()));
            } while (tokens.skip(TokenKind.COMMA));
        }
        tokens.requireWord("from", "Expected FROM after SELECT list");
        Statement.Source source = parseSource(selectPath());
        Term where = parseWhere();
        List<Statement.Order> order = parseOrder();
        refuseClause("let", "group", "having", "limit");
        return new Statement.Select(place, columns, source, where, order);
    }

    private Term.Path selectPath() {
        if (terms.operands().parse() instanceof Term.Path path) {
            return path;
        }
        throw onlyOneTable();
    }

    private Statement parseInsert(Place place) {
        tokens.read();
        Term.Path path = terms.operands().parsePath();
        if (tokens.skipWord("value")) {
            return new Statement.Insert(place, new Statement.Source(path, false), terms.parse());
        }
        Term items = terms.parse();
        if (tokens.isAt(TokenKind.END)) {
            throw new InvalidExpressionException(
                    "INSERT takes one item behind VALUE at " + items.place());
        }
        throw TokenCursor.malformed("Unexpected token after expression");
    }

    private Statement parseUpdate(Place place) {
        Statement.Source source = parseSource(terms.operands().parsePath());
        List<Statement.Change> changes = parseChanges();
        Term where = parseWhere();
        return new Statement.Update(place, source, changes, where, parseReturning());
    }

    private Statement parseFromFirst(Place place) {
        Statement.Source source = parseSource(selectPath());
        Term where = parseWhere();
        List<Statement.Change> changes = parseChanges();
        return new Statement.Update(place, source, changes, where, parseReturning());
    }

    private Statement parseDelete(Place place) {
        tokens.requireWord("from", "Expected FROM after DELETE");
        Statement.Source source = parseSource(terms.operands().parsePath());
        Term where = parseWhere();
        return new Statement.Delete(place, source, where, parseReturning());
    }

    private Statement.Source parseSource(Term.Path path) {
        boolean aliased = skipAlias();
        if (tokens.isAt(TokenKind.COMMA) || isAtJoin()) {
            throw onlyOneTable();
        }
        return new Statement.Source(path, aliased);
    }

    private boolean isAtJoin() {
        return switch (tokens.peek().text()) {
            case "join", "inner", "left", "right", "full", "outer", "cross" ->
                    tokens.isAt(TokenKind.KEYWORD);
            default -> false;
        };
    }

    private boolean skipAlias() {
        boolean isMarked = tokens.skipWord("as") || tokens.skipWord("at");
        boolean isNamed = tokens.peek().isName();
        if (isNamed) {
            tokens.read();
        } else if (isMarked) {
            throw TokenCursor.malformed("Expected identifier for alias");
        }
        return isNamed;
    }

    private @Nullable Term parseWhere() {
        return tokens.skipWord("where") ? terms.parse() : null;
    }

    private List<Statement.Order> parseOrder() {
        List<Statement.Order> order = new ArrayList<>();
        if (!tokens.skipWord("order")) {
            return order;
        }
        tokens.requireWord("by", "Expected BY after ORDER");
        do {
            Term term = terms.parse();
            boolean descending = tokens.skipWord("desc");
            if (!descending) {
                tokens.skipWord("asc");
            }
            order.add(new Statement.Order(term, descending));
        } while (tokens.skip(TokenKind.COMMA));
        return order;
    }

    private List<Statement.Change> parseChanges() {
        List<Statement.Change> changes = new ArrayList<>();
        boolean more = true;
        while (more) {
            if (tokens.skipWord("set")) {
                parseAssignments(changes);
            } else if (tokens.skipWord("remove")) {
                changes.add(new Statement.Change.Remove(terms.operands().parsePath()));
            } else {
                more = false;
            }
        }
        if (changes.isEmpty()) {
            throw TokenCursor.malformed("Expected data manipulation");
        }
        return changes;
    }

    private void parseAssignments(List<Statement.Change> changes) {
        do {
            Term.Path target = terms.operands().parsePath();
            if (!tokens.skipWord("=")) {
                throw TokenCursor.malformed("Expected '=' in assignment");
            }
            changes.add(new Statement.Change.Assign(target, terms.parse()));
        } while (tokens.skip(TokenKind.COMMA));
    }

    private Statement.@Nullable Returning parseReturning() {
        if (!tokens.skipWord("returning")) {
            return null;
        }
        boolean modified = tokens.skipWord("modified");
        if (!modified) {
            tokens.requireWord("all", "Expected ALL or MODIFIED after RETURNING");
        }
        boolean isNew = tokens.skipWord("new");
        if (!isNew) {
            tokens.requireWord("old", "Expected OLD or NEW in RETURNING");
        }
        tokens.require(TokenKind.STAR);
        if (modified) {
            return isNew ? Statement.Returning.MODIFIED_NEW : Statement.Returning.MODIFIED_OLD;
        }
        return isNew ? Statement.Returning.ALL_NEW : Statement.Returning.ALL_OLD;
    }

    private void refuseClause(String... words) {
        Token token = tokens.peek();
        for (String word : words) {
            if (token.isWord(word)) {
                throw new InvalidExpressionException(
                        "Unsupported clause: "
                                + word.toUpperCase(Locale.ROOT)
                                + " at "
                                + token.place());
            }
        }
    }

    private static InvalidExpressionException onlyOneTable() {
        return new InvalidExpressionException(
                "Only select from a single table or index is supported.");
    }
}
