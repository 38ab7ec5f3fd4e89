package dev.millrace.cli.log;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ResourceBundle;

/// A logger that writes warnings and errors to a stream, one line each. All else is dropped.
///
/// An exception of ours is a fault that has to be found, so its stack trace follows. What a library
/// throws and logs it has dealt with; it is named in the line, and that is all.
///
/// @param name what the logger is called
/// @param stream where the lines go
/// @param clock tells the time of each line
record StreamLogger(String name, PrintStream stream, InstantSource clock) implements System.Logger {

    private static final String OUR_PREFIX = "dev.millrace.";
    private static final int LEVEL_MIN = Level.WARNING.getSeverity();

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= LEVEL_MIN && level != Level.OFF;
    }

    @Override
    public void log(
            Level level,
            @Nullable ResourceBundle bundle,
            @Nullable String message,
            @Nullable Throwable thrown) {
        if (isLoggable(level)) {
            stream.print(
                    isOurs()
                            ? line(level, message) + stackTrace(thrown)
                            : line(
                                    level,
                                    thrown == null ? message : message + " (" + thrown + ")"));
        }
    }

    @Override
    public void log(
            Level level,
            @Nullable ResourceBundle bundle,
            @Nullable String format,
            @Nullable Object @Nullable ... parameters) {
        if (isLoggable(level)) {
            stream.print(line(level, filled(format, parameters)));
        }
    }

    private boolean isOurs() {
        return name.startsWith(OUR_PREFIX);
    }

    private String line(Level level, @Nullable String message) {
        return "%s %s %s: %s%n"
                .formatted(clock.instant().truncatedTo(ChronoUnit.MILLIS), level, name, message);
    }

    private static @Nullable String filled(
            @Nullable String format, @Nullable Object @Nullable [] parameters) {
        return format == null || parameters == null || parameters.length == 0
                ? format
                : MessageFormat.format(format, parameters);
    }

    private static String stackTrace(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
