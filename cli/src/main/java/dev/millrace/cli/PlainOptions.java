package dev.millrace.cli;

import dev.millrace.server.config.Option;
import dev.millrace.server.config.Options;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The options of `serve` on a command line that leaves no question: each option at most once, as
/// `--name value`, `--name=value` or, for a switch, `--name`.
///
/// picocli, which understands more and explains what it does not, takes longer to load than all of
/// the server; a command line that is not plain is left to it.
final class PlainOptions {
    private static final Map<String, Option<?>> BY_NAME =
            Stream.concat(Options.ALL.stream(), Stream.of(Options.CONFIG))
                    .collect(Collectors.toMap(Option::commandLineName, Function.identity()));

    private final List<String> words;
    private final Map<Option<?>, String> given = new HashMap<>();
    private int next;

    private PlainOptions(List<String> words) {
        this.words = words;
    }

    /// The options in `words` with their texts; null if the words are not plain.
    static @Nullable Map<Option<?>, String> read(List<String> words) {
        PlainOptions options = new PlainOptions(words);
        while (options.next < words.size()) {
            if (!options.take()) {
                return null;
            }
        }
        return options.given;
    }

    private boolean take() {
        String word = words.get(next++);
        int assigned = word.indexOf('=');
        Option<?> option = BY_NAME.get(assigned < 0 ? word : word.substring(0, assigned));
        if (option == null || given.containsKey(option)) {
            return false;
        }
        String value = value(option, assigned < 0 ? null : word.substring(assigned + 1));
        if (value == null) {
            return false;
        }
        given.put(option, value);
        return true;
    }

    private @Nullable String value(Option<?> option, @Nullable String assigned) {
        if (option.isSwitch()) {
            return assigned == null ? "true" : null;
        }
        String value = assigned == null && next < words.size() ? words.get(next++) : assigned;
        return value == null || !isPlain(value) ? null : value;
    }

    // Not something that may be an option, a file of arguments or quoted.
    private static boolean isPlain(String value) {
        return !value.isEmpty() && "-@\"'".indexOf(value.charAt(0)) < 0;
    }
}
