package dev.millrace.triggers.function.jar;

import java.nio.file.Path;
import java.util.List;

/// Where a handler in a jar is.
///
/// @param jars the jar with the handler, and those that it needs besides
/// @param handler the name of the class, with or without `::handleRequest`
public record JarCode(List<Path> jars, String handler) {
    private static final String METHOD = "::handleRequest";

    /// The name of the class.
    String className() {
        return handler.endsWith(METHOD)
                ? handler.substring(0, handler.length() - METHOD.length())
                : handler;
    }
}
