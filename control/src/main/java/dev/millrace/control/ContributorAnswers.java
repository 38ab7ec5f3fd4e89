package dev.millrace.control;

import dev.millrace.wire.JsonInput;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what the control API answers about contributors.
final class ContributorAnswers {
    private static final Set<String> TEXTS = Set.of("rule", "metric");

    private ContributorAnswers() {}

    static ContributorReport report(byte[] body) {
        return new JsonInput(body, 0, body.length).document(ContributorAnswers::report);
    }

    private static ContributorReport report(JsonInput input) {
        Map<String, String> texts = new HashMap<>();
        Map<String, Double> numbers = new HashMap<>();
        List<ContributorReport.Contributor> contributors = new ArrayList<>();
        while (input.nextMember()) {
            String name = input.name();
            if (TEXTS.contains(name)) {
                texts.put(name, input.text());
            } else if (name.equals("contributors")) {
                input.enterList();
                while (input.nextElement()) {
                    contributors.add(contributor(input));
                }
            } else {
                numbers.put(name, input.fraction());
            }
        }
        return new ContributorReport(
                required(texts, "rule"),
                required(texts, "metric"),
                required(numbers, "total"),
                required(numbers, "unlistedMax"),
                contributors);
    }

    private static ContributorReport.Contributor contributor(JsonInput input) {
        List<String> keys = new ArrayList<>();
        Map<String, Double> numbers = new HashMap<>();
        input.enterElement("Contributor");
        while (input.nextMember()) {
            String name = input.name();
            if (name.equals("keys")) {
                input.enterList();
                while (input.nextElement()) {
                    keys.add(input.text());
                }
            } else {
                numbers.put(name, input.fraction());
            }
        }
        return new ContributorReport.Contributor(
                keys,
                required(numbers, "value"),
                required(numbers, "tooHigh"),
                required(numbers, "tooLow"));
    }

    private static <T> T required(Map<String, T> values, String name) {
        T value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the answer of the server lacks " + name);
        }
        return value;
    }
}
