package dev.millrace.expression;

import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.bind.ConditionBinder;
import dev.millrace.expression.bind.Placeholders;
import dev.millrace.expression.bind.ProjectionBinder;
import dev.millrace.expression.bind.UpdateBinder;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExpressionAttributes;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// The expressions of one request and the placeholders that they share.
///
/// The order of calls is the order in which faults are found. AWS's is update, condition, key
/// condition, filter, projection, and at the end [#requireAllUsed()]; the maps of placeholders are
/// checked before the first expression that is given. Callers ask for every expression that their
/// operation takes, with null for one that the request does not have. Used by one thread.
public final class RequestExpressions {
    private final ExpressionParser parser;
    private final ExpressionAttributes attributes;
    private final @Nullable ErrorEnvelope fixedEnvelope;
    private ErrorEnvelope envelope;
    private @Nullable Placeholders placeholders;
    private @Nullable KeyConditionExpression keyCondition;

    /// The expressions of an operation on one item, of a query or of a scan. Whether faults have an
    /// envelope follows from the kinds of expression asked for.
    public RequestExpressions(ExpressionParser parser, ExpressionAttributes attributes) {
        this(parser, attributes, null);
    }

    /// The expressions of a request whose faults are told as `envelope` says: batches and
    /// transactions, whose conditions and updates have none.
    public RequestExpressions(
            ExpressionParser parser,
            ExpressionAttributes attributes,
            @Nullable ErrorEnvelope envelope) {
        this.parser = parser;
        this.attributes = attributes;
        this.fixedEnvelope = envelope;
        this.envelope = envelope == null ? ErrorEnvelope.BARE : envelope;
    }

    /// The condition of a write; one that always holds if there is none.
    ///
    /// @throws ApiException if the expression is not valid
    public Condition condition(@Nullable String text) {
        return condition(ExpressionKind.CONDITION, text);
    }

    /// The filter of a query or scan; one that keeps every item if there is none.
    ///
    /// @throws ApiException if the expression is not valid
    public Condition filter(@Nullable String text) {
        return condition(ExpressionKind.FILTER, text);
    }

    /// The filter of a scan, as [#filter]. AWS tells how long one is that is too long; so it does
    /// for conditions in transactions (seen there by a public suite in late 2026).
    ///
    /// @throws ApiException if the expression is not valid
    public Condition scanFilter(@Nullable String text) {
        return told(ExpressionKind.FILTER, text);
    }

    /// The condition of an action in a transaction, as [#condition].
    ///
    /// @throws ApiException if the expression is not valid
    public Condition transactCondition(@Nullable String text) {
        return told(ExpressionKind.CONDITION, text);
    }

    private Condition told(ExpressionKind kind, @Nullable String text) {
        begin(kind);
        if (text != null) {
            checked(
                    kind,
                    known -> {
                        ExpressionParser.requireToldSize(text);
                        return known;
                    });
        }
        return condition(kind, text);
    }

    /// The update; one that changes nothing if there is none.
    ///
    /// @throws ApiException if the expression is not valid
    public Update update(@Nullable String text) {
        begin(ExpressionKind.UPDATE);
        if (text == null) {
            return Update.NONE;
        }
        return checked(
                ExpressionKind.UPDATE,
                known -> Update.of(UpdateBinder.bind(parser.parseUpdate(text), known)));
    }

    /// The projection, or null if there is none.
    ///
    /// @throws ApiException if the expression is not valid
    public @Nullable Projection projection(@Nullable String text) {
        begin(ExpressionKind.PROJECTION);
        if (text == null) {
            return null;
        }
        return checked(
                ExpressionKind.PROJECTION,
                known ->
                        Projection.ofPaths(
                                ProjectionBinder.bind(parser.parseProjection(text), known)));
    }

    /// The key condition of a query. That it has the form of a key condition is checked by
    /// [#requireAllUsed()], as AWS reports faults of filter and projection before that.
    ///
    /// @throws ApiException if the expression is not valid
    public KeyConditionExpression keyCondition(String text) {
        begin(ExpressionKind.KEY_CONDITION);
        KeyConditionExpression parsed =
                new KeyConditionExpression(predicate(ExpressionKind.KEY_CONDITION, text));
        keyCondition = parsed;
        return parsed;
    }

    /// What a search of vectors demands of attributes; null if there is no such expression.
    ///
    /// @throws ApiException if the expression is not valid, or has not the form of one for searches
    public @Nullable SearchCondition searchCondition(@Nullable String text) {
        begin(ExpressionKind.SEARCH_CONDITION);
        return text == null
                ? null
                : checked(
                        ExpressionKind.SEARCH_CONDITION,
                        known ->
                                SearchCondition.of(
                                        ConditionBinder.bind(parser.parseCondition(text), known)));
    }

    /// Ends the checks: beside an expression each placeholder has to be used (names are reported
    /// before values), and the key condition has to have the form of one. Placeholders without any
    /// expression are refused by some operations only, before their expressions are looked at.
    ///
    /// @throws ApiException if it is not so
    public void requireAllUsed() {
        if (placeholders == null) {
            return;
        }
        requireNone("ExpressionAttributeNames", placeholders.unusedNames());
        requireNone("ExpressionAttributeValues", placeholders.unusedValues());
        if (keyCondition != null) {
            keyCondition.requireForm();
        }
    }

    private Condition condition(ExpressionKind kind, @Nullable String text) {
        begin(kind);
        return text == null ? Condition.ALWAYS : Condition.of(predicate(kind, text));
    }

    private Predicate predicate(ExpressionKind kind, String text) {
        return checked(kind, known -> ConditionBinder.bind(parser.parseCondition(text), known));
    }

    // Even an expression that is not given tells which operation this is.
    private void begin(ExpressionKind kind) {
        if (fixedEnvelope == null) {
            envelope = ErrorEnvelope.of(kind);
        }
    }

    private <T> T checked(ExpressionKind kind, Function<Placeholders, T> step) {
        Placeholders known = placeholders;
        if (known == null) {
            known = AttributeMaps.placeholders(attributes, envelope);
            placeholders = known;
        }
        try {
            return step.apply(known);
        } catch (InvalidExpressionException e) {
            throw envelope.fault("Invalid " + kind.member() + ": " + e.reason());
        }
    }

    private void requireNone(String member, List<String> unused) {
        if (!unused.isEmpty()) {
            throw envelope.fault(
                    "Value provided in "
                            + member
                            + " unused in expressions: keys: {"
                            + String.join(", ", unused)
                            + "}");
        }
    }
}
