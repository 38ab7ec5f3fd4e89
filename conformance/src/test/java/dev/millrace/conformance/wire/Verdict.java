package dev.millrace.conformance.wire;

import dev.millrace.conformance.wire.Script.Call;
import dev.millrace.conformance.wire.Script.Expectation;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Says in what an answer is not as expected.
final class Verdict {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Z0-9]{52}");

    private final Comparison comparison;
    private final Variables variables;

    Verdict(Comparison comparison, Variables variables) {
        this.comparison = comparison;
        this.variables = variables;
    }

    /// What is wrong with the answer to a call; nothing if all is well.
    List<String> faults(Call call, Answer answer) {
        Expectation expected = call.expectation();
        List<String> faults = new ArrayList<>();
        if (answer.status() != expected.status()) {
            faults.add("status is " + answer.status() + ", not " + expected.status());
        }
        if (call.request().operation() != null) {
            addUsualFaults(answer, faults);
        }
        expected.headers()
                .forEach((name, value) -> {
                    if (!matchesHeader(value, answer.header(name))) {
                        faults.add(name + " is " + answer.header(name) + ", not " + value);
                    }
                });
        if (!matchesBody(expected.body(), answer.body())) {
            faults.add("body is\n" + answer.body() + "\nnot\n" + expected.body());
        }
        return faults;
    }

    /// Whether the value of a header is as expected.
    boolean matchesHeader(String expected, String actual) {
        return new Template(variables.expand(expected)).matches(actual, variables);
    }

    /// Whether a body is as expected: as JSON if that is what is expected, else to the character,
    /// but for one line end at its end.
    boolean matchesBody(String expected, String actual) {
        if (!isJson(expected)) {
            return expected.equals(withoutLineEnd(actual));
        }
        Json expectedJson = JsonReader.read(expected);
        try {
            return comparison.matches(expectedJson, JsonReader.read(actual));
        } catch (UncheckedIOException e) {
            // The answer is no JSON.
            return actual.equals(expected);
        }
    }

    /// Whether a body is, or is meant to be, JSON.
    static boolean isJson(String body) {
        return body.startsWith("{");
    }

    /// A text without the line end that it may end with.
    static String withoutLineEnd(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static void addUsualFaults(Answer answer, List<String> faults) {
        if (!REQUEST_ID.matcher(answer.header("x-amzn-requestid")).matches()) {
            faults.add("x-amzn-RequestId is " + answer.header("x-amzn-requestid"));
        }
        if (!answer.header("x-amz-crc32").equals(answer.crc32())) {
            faults.add("x-amz-crc32 is " + answer.header("x-amz-crc32"));
        }
    }
}
