package dev.millrace.cli.log;

import java.time.InstantSource;

/// Gives every part of the process a logger that writes to standard error.
public final class StandardErrorLoggers extends System.LoggerFinder {

    @Override
    public System.Logger getLogger(String name, Module module) {
        return new StreamLogger(name, System.err, InstantSource.system());
    }
}
