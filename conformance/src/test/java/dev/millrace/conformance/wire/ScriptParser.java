package dev.millrace.conformance.wire;

import dev.millrace.conformance.wire.Script.After;
import dev.millrace.conformance.wire.Script.Block;
import dev.millrace.conformance.wire.Script.Call;
import dev.millrace.conformance.wire.Script.Evidence;
import dev.millrace.conformance.wire.Script.Expectation;
import dev.millrace.conformance.wire.Script.Given;
import dev.millrace.conformance.wire.Script.Heading;
import dev.millrace.conformance.wire.Script.Request;
import dev.millrace.conformance.wire.Script.Step;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads scripts. The form is explained in `src/test/resources/wire/README.md`.
public final class ScriptParser {
    private static final String ANSWER = "----";
    private static final String NEXT = "====";
    private static final String EVENTUALLY = "eventually";
    private static final Pattern HEADING =
            Pattern.compile("# (serialization|validation|functionality), (aws|docs|assumed): (.+)");
    private static final Pattern SERVER = Pattern.compile("server with (.+)");
    private static final Pattern GIVEN = Pattern.compile("given (\\S+)");
    private static final Pattern AFTER = Pattern.compile("after (\\d+) (seconds|minutes|hours)");
    private static final Pattern OPERATION = Pattern.compile("[A-Z][A-Za-z]+");
    private static final Pattern HTTP = Pattern.compile("([A-Z]+) (/\\S*)");
    private static final Pattern HEADER = Pattern.compile("([A-Z][A-Za-z0-9-]*):(?: (.*))?");

    private final Path file;
    private final List<String> lines;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    private ScriptParser(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /// The script in a file.
    public static Script parse(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            ScriptParser parser = new ScriptParser(file, lines);
            Heading heading = parser.heading();
            Map<String, String> options = parser.options();
            parser.readSteps();
            return new Script(file, lines, heading, options, List.copyOf(parser.steps));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Heading heading() {
        Matcher heading = HEADING.matcher(lines.getFirst());
        return heading.matches()
                ? new Heading(
                        Block.valueOf(heading.group(1).toUpperCase(Locale.ROOT)),
                        Evidence.valueOf(heading.group(2).toUpperCase(Locale.ROOT)),
                        heading.group(3))
                : null;
    }

    private Map<String, String> options() {
        skipComments();
        Matcher server = SERVER.matcher(at < lines.size() ? lines.get(at) : "");
        Map<String, String> options = new LinkedHashMap<>();
        if (server.matches()) {
            at++;
            for (String option : server.group(1).split(", ", -1)) {
                String[] parts = option.split(" ", 2);
                options.put(parts[0], parts[1]);
            }
        }
        return options;
    }

    private void readSteps() {
        for (skipComments(); at < lines.size(); skipComments()) {
            steps.add(step(lines.get(at)));
        }
    }

    private Step step(String line) {
        Matcher given = GIVEN.matcher(line);
        if (given.matches()) {
            at++;
            return new Given(given.group(1));
        }
        Matcher after = AFTER.matcher(line);
        if (after.matches()) {
            at++;
            return new After(duration(Integer.parseInt(after.group(1)), after.group(2)));
        }
        if (line.equals(EVENTUALLY)) {
            return call(lines.get(++at), true);
        }
        return call(line, false);
    }

    private static Duration duration(int amount, String unit) {
        return switch (unit) {
            case "seconds" -> Duration.ofSeconds(amount);
            case "minutes" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private Call call(String line, boolean eventually) {
        int first = ++at;
        Matcher http = HTTP.matcher(line);
        if (!http.matches() && !OPERATION.matcher(line).matches()) {
            throw new IllegalArgumentException(file + ":" + first + " is no request: " + line);
        }
        Request request =
                http.matches()
                        ? new Request(null, http.group(1), http.group(2), headers(), body(ANSWER))
                        : new Request(line, "POST", "/", headers(), body(ANSWER));
        if (at == lines.size()) {
            throw new IllegalArgumentException(file + ":" + first + " has no answer");
        }
        at++;
        return new Call(first, request, expectation(), eventually);
    }

    private Expectation expectation() {
        int first = at + 1;
        int status = Integer.parseInt(lines.get(at++));
        Map<String, String> headers = headers();
        String body = body(NEXT);
        int end = at + 1;
        at++;
        return new Expectation(first, end, status, headers, body);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        while (at < lines.size() && HEADER.matcher(lines.get(at)).matches()) {
            String line = lines.get(at++);
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String body(String end) {
        List<String> body = new ArrayList<>();
        while (at < lines.size() && !lines.get(at).equals(end)) {
            body.add(lines.get(at++));
        }
        return String.join("\n", body);
    }

    private void skipComments() {
        while (at < lines.size() && (lines.get(at).isBlank() || lines.get(at).startsWith("#"))) {
            at++;
        }
    }
}
