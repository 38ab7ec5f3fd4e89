package dev.millrace.server.config;

import dev.millrace.engine.shard.ShardOptions;
import dev.millrace.store.Durability;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the texts of option values are read. Each method answers null for a text that it cannot
/// accept.
final class Values {

    private static final int PORT_MAX = 65_535;
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([dhms])");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Duration DURATION_MAX = Duration.ofDays(365);
    private static final int SECONDS_MAX = 3_600;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private Values() {}

    static @Nullable Integer port(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return null;
        }
        int port = Integer.parseInt(text);
        return port <= PORT_MAX ? port : null;
    }

    static @Nullable String host(String text) {
        return text.isEmpty() || text.chars().anyMatch(Character::isWhitespace) ? null : text;
    }

    static @Nullable Path path(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException _) {
            return null;
        }
    }

    static @Nullable Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    static @Nullable Duration duration(String text) {
        Matcher form = DURATION.matcher(text);
        if (!form.matches()) {
            return null;
        }
        Duration duration = Duration.of(Long.parseLong(form.group(1)), unit(form.group(2)));
        return duration.isPositive() && duration.compareTo(DURATION_MAX) <= 0 ? duration : null;
    }

    static @Nullable Duration retention(String text) {
        Duration retention = duration(text);
        return retention == null || retention.compareTo(ShardOptions.RETENTION_MIN) < 0
                ? null
                : retention;
    }

    static @Nullable Long positive(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        long number = Long.parseLong(text);
        return number > 0 ? number : null;
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "d" -> ChronoUnit.DAYS;
            case "h" -> ChronoUnit.HOURS;
            case "m" -> ChronoUnit.MINUTES;
            default -> ChronoUnit.SECONDS;
        };
    }

    static @Nullable String region(String text) {
        return REGION.matcher(text).matches() ? text : null;
    }

    static @Nullable String account(String text) {
        return ACCOUNT.matcher(text).matches() ? text : null;
    }

    static @Nullable Duration delay(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return null;
        }
        int seconds = Integer.parseInt(text);
        return seconds <= SECONDS_MAX ? Duration.ofSeconds(seconds) : null;
    }

    static @Nullable Duration interval(String text) {
        Duration interval = delay(text);
        return interval == null || interval.isZero() ? null : interval;
    }

    static @Nullable URI url(String text) {
        try {
            URI url = new URI(text);
            boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return isHttp && url.getHost() != null ? url : null;
        } catch (URISyntaxException _) {
            return null;
        }
    }

    static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }

    static @Nullable Duration seconds(String text) {
        return DIGITS.matcher(text).matches() && !text.equals("0")
                ? Duration.ofSeconds(Integer.parseInt(text))
                : null;
    }

    static @Nullable Integer megabytes(String text) {
        Long number = positive(text);
        return number == null || number < 128 || number > 32_768 ? null : number.intValue();
    }

    static @Nullable Integer count(String text) {
        Long number = positive(text);
        return number == null || number > 10_000 ? null : number.intValue();
    }

    static @Nullable Integer largeCount(String text) {
        Long number = positive(text);
        return number == null || number > 1_000_000 ? null : number.intValue();
    }

    static @Nullable Integer memory(String text) {
        Integer megabytes = largeCount(text);
        return megabytes == null || megabytes < 16 ? null : megabytes;
    }

    static @Nullable String role(String text) {
        return text.matches("arn:aws[a-zA-Z-]*:iam::\\d{12}:role/[^\\s]+") ? text : null;
    }

    static @Nullable Durability durability(String text) {
        return switch (text) {
            case "sync" -> Durability.SYNC;
            case "relaxed" -> Durability.RELAXED;
            default -> null;
        };
    }
}
