package dev.millrace.bench.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// String members picked out of an answer. Good for names, identifiers and tokens, whose values
/// have no escapes.
public final class JsonText {
    private JsonText() {}

    /// The values of all members of this name, in their order.
    public static List<String> all(String json, String name) {
        return Pattern.compile('"' + name + "\"\\s*:\\s*\"([^\"]*)\"")
                .matcher(json)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// The value of the first member of this name.
    public static Optional<String> first(String json, String name) {
        return all(json, name).stream().findFirst();
    }
}
