package dev.millrace.triggers.function.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How a process is started, its standard error going where its standard output goes.
@FunctionalInterface
public interface ProcessStarter {
    /// The processes of the operating system.
    ProcessStarter OF_SYSTEM =
            (command, environment, directory) -> {
                ProcessBuilder builder =
                        new ProcessBuilder(command)
                                .directory(directory.toFile())
                                .redirectErrorStream(true);
                builder.environment().clear();
                builder.environment().putAll(environment);
                return builder.start();
            };

    /// Starts a process.
    ///
    /// @param environment all variables that it sees
    /// @param directory where it works
    /// @throws IOException if the program is not there, or may not be started
    Process start(List<String> command, Map<String, String> environment, Path directory)
            throws IOException;
}
