package dev.millrace.benchmarks.workload;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// String members picked out of an answer. Good for names, identifiers and tokens, whose values
/// have no escapes.
final class JsonText {
    private JsonText() {}

    /// The values of all members of this name, in their order.
    static List<String> all(String json, String name) {
        return matcher(json, name).results().map((MatchResult found) -> found.group(1)).toList();
    }

    private static Matcher matcher(String json, String name) {
        return Pattern.compile('"' + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    }
}
