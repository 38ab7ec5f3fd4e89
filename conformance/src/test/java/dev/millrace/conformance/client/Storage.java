package dev.millrace.conformance.client;

import dev.millrace.server.config.ServerOptions;

import java.nio.file.Path;

/// Where a server under test keeps its tables.
enum Storage {
    MEMORY {
        @Override
        ServerOptions options(Path directory) {
            return ServerOptions.inMemory();
        }
    },
    DISK {
        @Override
        ServerOptions options(Path directory) {
            return ServerOptions.inMemory().withData(directory);
        }
    };

    /// The options of a server on any free port.
    ///
    /// @param directory the server's own, if it needs one
    abstract ServerOptions options(Path directory);
}
