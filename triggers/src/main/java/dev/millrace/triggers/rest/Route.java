package dev.millrace.triggers.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A row of the table: which requests it takes, what is done for them, and the status of a good
/// answer.
///
/// @param path the whole raw path, without a slash at its end; a group is the variable part
public record Route(String method, Pattern path, int status, RestOperation operation) {
    /// The route of requests with this method and path.
    ///
    /// @param path with `{}` for the variable part, if there is one
    public static Route of(String method, String path, int status, RestOperation operation) {
        String expression = Pattern.quote(path).replace("{}", "\\E(.+)\\Q");
        return new Route(method, Pattern.compile(expression), status, operation);
    }

    /// The variable part of a path, decoded, or an empty text if there is none; nothing if the
    /// request is not for this route.
    Optional<String> parameterOf(String requestMethod, String rawPath) {
        Matcher matcher = path.matcher(withoutSlashAtEnd(rawPath));
        if (!method.equals(requestMethod) || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.groupCount() == 0 ? "" : decode(matcher.group(1)));
    }

    private static String withoutSlashAtEnd(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    // Unlike in a form, a plus is a plus in a path.
    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    }
}
