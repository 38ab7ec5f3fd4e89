package dev.millrace.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// What a declared function is made of.
public sealed interface DeclaredCode {
    /// Something that invocations are posted to.
    record Url(URI url) implements DeclaredCode {}

    /// A handler class in a jar, called inside the server.
    ///
    /// @param jars the jar, and those that it needs besides
    record Jar(List<Path> jars, String handler) implements DeclaredCode {}

    /// A program that speaks Lambda's runtime API.
    ///
    /// @param words the program and its arguments
    /// @param handler what it finds in `_HANDLER`; may be empty
    /// @param directory where it works
    record Command(List<String> words, String handler, Path directory) implements DeclaredCode {}
}
