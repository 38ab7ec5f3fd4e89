package dev.millrace.server.config;

import dev.millrace.store.Durability;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/// How the texts of option values are read. Each method answers null for a text that it cannot
/// accept.
final class Values {

    private static final int PORT_MAX = 65_535;
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

    static @Nullable String region(String text) {
        return REGION.matcher(text).matches() ? text : null;
    }

    static @Nullable String account(String text) {
        return ACCOUNT.matcher(text).matches() ? text : null;
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

    static @Nullable Durability durability(String text) {
        return switch (text) {
            case "sync" -> Durability.SYNC;
            case "relaxed" -> Durability.RELAXED;
            default -> null;
        };
    }
}
