package dev.millrace.conformance.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares answers with expectations: objects by their members, lists in order, sets without.
///
/// In an expectation a member named `<any>` allows for others that are not listed, and a list that
/// begins with the text `<in any order>` is compared without order.
final class Comparison {
    static final String OTHERS = "<any>";
    static final String IN_ANY_ORDER = "<in any order>";
    private static final Set<String> SETS = Set.of("SS", "NS", "BS");

    private final Variables variables;

    Comparison(Variables variables) {
        this.variables = variables;
    }

    /// Whether `actual` is what `expected` describes. Remembers what has a name.
    boolean matches(Json expected, Json actual) {
        return switch (expected) {
            case Json.Text(String text) -> matchesText(text, actual);
            case Json.Members(var members) ->
                    actual instanceof Json.Members(var others) && matches(members, others);
            case Json.Elements(var elements) ->
                    actual instanceof Json.Elements(var others) && matches(elements, others);
            case Json.Numeric _, Json.Truth _, Json.Null _ -> expected.equals(actual);
        };
    }

    private boolean matchesText(String text, Json actual) {
        Template template = new Template(variables.expand(text));
        return switch (actual) {
            case Json.Text(String other) ->
                    template.fitsText() && template.matches(other, variables);
            case Json.Numeric(var number) ->
                    template.fitsMoreThanText()
                            && template.matches(number.toPlainString(), variables);
            case Json.Members _, Json.Elements _, Json.Truth _, Json.Null _ ->
                    template.fitsMoreThanText() && template.matches("", variables);
        };
    }

    private boolean matches(Map<String, Json> expected, Map<String, Json> actual) {
        boolean isOpen = expected.containsKey(OTHERS);
        if (!isOpen && !expected.keySet().equals(actual.keySet())) {
            return false;
        }
        for (Map.Entry<String, Json> member : expected.entrySet()) {
            Json value = actual.get(member.getKey());
            if (!member.getKey().equals(OTHERS)
                    && (value == null || !matchesMember(member, expected.size(), value))) {
                return false;
            }
        }
        return true;
    }

    private boolean matchesMember(Map.Entry<String, Json> member, int members, Json actual) {
        if (members == 1
                && SETS.contains(member.getKey())
                && member.getValue() instanceof Json.Elements(var set)
                && actual instanceof Json.Elements(var other)) {
            return matchesUnordered(set, other);
        }
        return matches(member.getValue(), actual);
    }

    private boolean matches(List<Json> expected, List<Json> actual) {
        if (!expected.isEmpty() && expected.getFirst().equals(new Json.Text(IN_ANY_ORDER))) {
            return matchesUnordered(expected.subList(1, expected.size()), actual);
        }
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean matchesUnordered(List<Json> expected, List<Json> actual) {
        List<Json> left = new ArrayList<>(actual);
        return expected.size() == actual.size()
                && expected.stream().allMatch(each -> removeFirst(left, each));
    }

    private boolean removeFirst(List<Json> left, Json expected) {
        for (int i = 0; i < left.size(); i++) {
            if (matches(expected, left.get(i))) {
                left.remove(i);
                return true;
            }
        }
        return false;
    }
}
