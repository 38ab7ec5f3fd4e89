package dev.millrace.wire.item;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Violations;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The rules that a request has either expressions or legacy parameters, that placeholders need an
/// expression to stand in, and that `ConditionalOperator` has at least two conditions to join. AWS
/// checks them before any value (dynamodb-api reference, sections 8 and 13.1).
///
/// @param isWrite whether the operation writes one item, whose faults are counted in front of the
///   text (section 13.2, envelope rule)
/// @param legacy the legacy parameters in the order in which AWS's text lists them
/// @param expressions the expressions in that order
record ParameterStyle(boolean isWrite, List<Member<?>> legacy, List<Member<?>> expressions) {
    private static final String NEED_EXPRESSIONS = " can only be specified when using expressions";

    /// The style of an operation that writes one item.
    static ParameterStyle ofWrite(List<Member<?>> legacy, List<Member<?>> expressions) {
        return new ParameterStyle(true, legacy, expressions);
    }

    /// The style of a read.
    static ParameterStyle ofRead(List<Member<?>> legacy, List<Member<?>> expressions) {
        return new ParameterStyle(false, legacy, expressions);
    }

    /// Requires one style, and an expression for placeholders.
    ///
    /// @throws ApiException if parameters of both styles are given, or placeholders for nothing
    void require(Fields fields) {
        String given = names(fields, expressions);
        requireOne(given, names(fields, excluded(fields)));
        if (given.isEmpty() && fields.get(ItemMembers.NAMES) != null) {
            throw fault(ItemMembers.NAMES.name() + NEED_EXPRESSIONS);
        }
    }

    /// Requires one style of the parts of a request together: AWS refuses a batch that reads one
    /// table in the one style and another table in the other.
    ///
    /// @throws ApiException if parameters of both styles are given
    void requireOfAll(Collection<Fields> parts) {
        requireOne(names(parts, expressions), names(parts, legacy));
    }

    private void requireTakersOfValues(Fields fields) {
        List<Member<?>> takers = valueTakers();
        if (names(fields, takers).isEmpty()) {
            throw fault(ItemMembers.VALUES.name() + NEED_EXPRESSIONS + missing(fields, takers));
        }
    }

    private void requireOne(String given, String old) {
        if (!given.isEmpty() && !old.isEmpty()) {
            throw fault(
                    "Can not use both expression and non-expression parameters in the same request:"
                            + " Non-expression parameters: {"
                            + old
                            + "} Expression parameters: {"
                            + given
                            + "}");
        }
    }

    // For reads AWS names the expressions that the values could stand in, unless a legacy key
    // condition is there in place of one. For writes it no longer does (public captures of two
    // regions, 9 October 2026).
    private String missing(Fields fields, List<Member<?>> takers) {
        boolean hasLegacyKey =
                legacy.contains(ConditionMembers.KEY_CONDITIONS)
                        && fields.get(ConditionMembers.KEY_CONDITIONS) != null;
        if (isWrite || hasLegacyKey) {
            return "";
        }
        return ": "
                + takers.stream().map(Member::name).collect(Collectors.joining(" and "))
                + (takers.size() == 1 ? " is null" : " are null");
    }

    // A projection has paths alone.
    private List<Member<?>> valueTakers() {
        return expressions.stream()
                .filter(member -> member != ItemMembers.PROJECTION_EXPRESSION)
                .<Member<?>>map(member -> member)
                .toList();
    }

    /// Requires what [#require(Fields)] does, for values an expression that may have some, and at
    /// least two of `conditions` if `ConditionalOperator` is given.
    ///
    /// @throws ApiException if it is not so
    void require(Fields fields, Member<? extends Map<String, ?>> conditions) {
        requireExpressions(fields);
        if (isOperatorGiven(fields)) {
            requireConditions(fields.get(conditions));
        }
    }

    /// Requires an expression for placeholders, for values one that may have some.
    ///
    /// @throws ApiException if there are placeholders for nothing
    void requireExpressions(Fields fields) {
        require(fields);
        if (fields.get(ItemMembers.VALUES) != null) {
            requireTakersOfValues(fields);
        }
    }

    private boolean isOperatorGiven(Fields fields) {
        return legacy.stream()
                .filter(member -> member.name().equals("ConditionalOperator"))
                .anyMatch(member -> fields.get(member) != null);
    }

    private void requireConditions(@Nullable Map<String, ?> conditions) {
        if (conditions == null || conditions.isEmpty()) {
            throw fault("ConditionalOperator cannot be used without Filter or Expected");
        }
        if (conditions.size() == 1) {
            throw fault(
                    "ConditionalOperator can only be used when Filter or Expected has two or more"
                            + " elements");
        }
    }

    // KeyConditions may stand beside other expressions than that of a key condition.
    private List<Member<?>> excluded(Fields fields) {
        boolean isFree =
                expressions.contains(ItemMembers.KEY_CONDITION_EXPRESSION)
                        && fields.get(ItemMembers.KEY_CONDITION_EXPRESSION) == null;
        return legacy.stream()
                .filter(member -> !isFree || member != ConditionMembers.KEY_CONDITIONS)
                .<Member<?>>map(member -> member)
                .toList();
    }

    private static String names(Fields fields, List<Member<?>> members) {
        return names(List.of(fields), members);
    }

    private static String names(Collection<Fields> parts, List<Member<?>> members) {
        return members.stream()
                .filter(member -> parts.stream().anyMatch(part -> part.get(member) != null))
                .map(Member::name)
                .collect(Collectors.joining(", "));
    }

    private ApiException fault(String text) {
        return ApiException.validation(isWrite ? Violations.enveloped(text) : text);
    }
}
