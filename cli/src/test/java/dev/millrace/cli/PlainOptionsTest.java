package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.server.config.Option;
import dev.millrace.server.config.Options;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class PlainOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--in-memory",
                "--port 0",
                "--port=0",
                "--port 8000 --streams-port=8001 --in-memory",
                "--data=a=b --region eu-west-1",
                "--throttling --status-delay 2s --config my.conf",
            })
    void plainWordsAreUnderstoodAsPicocliUnderstandsThem(String line) {
        assertThat(PlainOptions.read(words(line))).isEqualTo(byPicocli(words(line)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "--prot 0",
                "--port",
                "--port --in-memory",
                "--port 1 --port 2",
                "--in-memory=true",
                "--in-memory --in-memory",
                "--data=",
                "--data=\"a\"",
                "--data @file",
                "@file",
                "stray",
                "--",
            })
    void everythingElseIsLeftToPicocli(String line) {
        assertThat(PlainOptions.read(words(line))).isNull();
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }

    private static Map<Option<?>, String> byPicocli(List<String> words) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Surroundings surroundings =
                new Surroundings(nowhere, nowhere, Map.of(), Path.of(""), _ -> {});
        ParseResult parsed =
                new CommandLine(ServeCommand.in(surroundings))
                        .parseArgs(words.toArray(String[]::new));
        return Stream.concat(Options.ALL.stream(), Stream.of(Options.CONFIG))
                .filter(option -> parsed.hasMatchedOption(option.commandLineName()))
                .collect(Collectors.toMap(option -> option, option -> text(parsed, option)));
    }

    private static String text(ParseResult parsed, Option<?> option) {
        Object value = parsed.matchedOptionValue(option.commandLineName(), (Object) null);
        return Objects.requireNonNull(value).toString();
    }
}
