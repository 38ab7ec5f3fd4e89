package dev.millrace.conformance.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a script has remembered from answers, and the repetitions it may write.
final class Variables {
    private static final Pattern USE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern TIMES = Pattern.compile("<<(\\d+) times (.*?)>>");
    private static final Pattern OF = Pattern.compile("<<(\\d+) of (.*?)>>");

    private final Map<String, String> values = new HashMap<>();

    void set(String name, String value) {
        values.put(name, value);
    }

    /// A text with its repetitions and variables put in.
    String expand(String text) {
        String repeated = TIMES.matcher(text).replaceAll(Variables::times);
        String listed = OF.matcher(repeated).replaceAll(Variables::list);
        return USE.matcher(listed).replaceAll(use -> Matcher.quoteReplacement(get(use.group(1))));
    }

    private String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing was remembered as " + name);
        }
        return value;
    }

    private static String times(MatchResult found) {
        return Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1))));
    }

    private static String list(MatchResult found) {
        return IntStream.range(0, Integer.parseInt(found.group(1)))
                .mapToObj(i -> found.group(2).replace("#", String.valueOf(i)))
                .map(Matcher::quoteReplacement)
                .collect(Collectors.joining(", "));
    }
}
