package dev.millrace.conformance.wire;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A script: calls and what each must answer.
///
/// @param file where it stands
/// @param lines its lines
/// @param heading what it is about and where its expectations come from; null for scripts that only
///   prepare others
/// @param options of the server that the script runs on, by their names
/// @param steps what happens, in order
public record Script(
        Path file,
        List<String> lines,
        @Nullable Heading heading,
        Map<String, String> options,
        List<Step> steps) {
    /// The three blocks that an operation's scripts fall into.
    public enum Block {
        SERIALIZATION,
        VALIDATION,
        FUNCTIONALITY
    }

    /// How well an expectation is founded: seen on AWS, documented by AWS, or our own conclusion.
    public enum Evidence {
        AWS,
        DOCS,
        ASSUMED
    }

    /// The first line of a script.
    ///
    /// @param section of which reference, and which row of it
    public record Heading(Block block, Evidence evidence, String section) {}

    /// One thing that happens.
    public sealed interface Step {}

    /// The steps of another script, found by its name.
    public record Given(String name) implements Step {}

    /// Time goes by.
    public record After(Duration time) implements Step {}

    /// A request is sent, and answered.
    ///
    /// @param line the number of the request's first line, from 1
    /// @param eventually whether the answer may come late: the request is then sent again and again
    public record Call(int line, Request request, Expectation expectation, boolean eventually)
            implements Step {}

    /// What is sent.
    ///
    /// @param operation the operation that is called; null if the headers tell, or nothing does
    /// @param headers in place of or besides the usual ones; an empty value means that the usual
    ///   one is left out
    /// @param body as written, with its variables and repetitions
    public record Request(
            @Nullable String operation,
            String method,
            String path,
            Map<String, String> headers,
            String body) {}

    /// What must come back.
    ///
    /// @param firstLine the number of its first line, from 1
    /// @param endLine the number of the line after its last
    /// @param headers the values of some headers, by lower-case names
    public record Expectation(
            int firstLine, int endLine, int status, Map<String, String> headers, String body) {}
}
