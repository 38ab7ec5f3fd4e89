package dev.millrace.server.config;

import java.nio.file.Path;

/// The place that a value of an option came from, shown as its user would name it.
///
/// @param place which of the places it is
/// @param text the place in words, for example `MILLRACE_PORT` or `port in /etc/millrace.conf`
record Origin(Place place, String text) {

    /// The places that can give a value, the one that wins first.
    enum Place {
        COMMAND_LINE,
        ENVIRONMENT,
        FILE,
        DEFAULT
    }

    static Origin commandLine(Option<?> option) {
        return new Origin(Place.COMMAND_LINE, option.commandLineName());
    }

    static Origin environment(Option<?> option) {
        return new Origin(Place.ENVIRONMENT, option.environmentName());
    }

    static Origin file(Option<?> option, Path file) {
        return new Origin(Place.FILE, option.name() + " in " + file);
    }

    static Origin byDefault(Option<?> option) {
        return new Origin(Place.DEFAULT, "the default of " + option.name());
    }

    /// True if a value from here loses against one from `other`.
    boolean yieldsTo(Origin other) {
        return place.compareTo(other.place) > 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
