package dev.millrace.triggers.function.process;

import java.nio.file.Path;
import java.util.List;

/// What a process of a function runs.
///
/// @param command the program and its arguments
/// @param taskRoot where the function's code is; the process works there
public record ProcessCode(List<String> command, Path taskRoot) {}
