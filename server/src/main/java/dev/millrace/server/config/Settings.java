package dev.millrace.server.config;

import dev.millrace.engine.TableBehaviour;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The texts given for the options, the winning one for each.
final class Settings {

    private final Map<Option<?>, Setting> winners = new HashMap<>();
    private final List<FunctionSetting> functions = new ArrayList<>();

    /// Notes a text for `option`; it is kept unless a stronger place gave one.
    void add(Option<?> option, Setting setting) {
        winners.merge(
                option,
                setting,
                (one, other) -> one.origin().yieldsTo(other.origin()) ? other : one);
    }

    /// Notes a line about a function.
    void add(FunctionSetting setting) {
        functions.add(setting);
    }

    /// The lines about functions, sorted by their names.
    List<FunctionSetting> functions() {
        return functions;
    }

    /// The value of an option that always has one.
    <T> T require(Option<T> option) {
        T value = find(option);
        if (value == null) {
            throw new IllegalStateException("the option has no default: " + option.name());
        }
        return value;
    }

    /// The value of an option, its default if no place gave one; null if it has none either.
    <T> @Nullable T find(Option<T> option) {
        Setting setting = winners.get(option);
        if (setting != null) {
            return option.parse(setting.text(), setting.origin());
        }
        String text = option.defaultText();
        return text == null ? null : option.parse(text, Origin.byDefault(option));
    }

    /// The values of the options on the behaviour of tables.
    TableBehaviour tables() {
        return new TableBehaviour(
                require(Options.STATUS_DELAY),
                require(Options.TTL_INTERVAL),
                require(Options.THROTTLING));
    }

    /// Where the value of `option` comes from.
    Origin origin(Option<?> option) {
        Setting setting = winners.get(option);
        return setting == null ? Origin.byDefault(option) : setting.origin();
    }
}
