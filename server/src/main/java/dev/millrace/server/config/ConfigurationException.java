package dev.millrace.server.config;

/// A configuration that cannot be used. The message is one line for the person who wrote it: where
/// the fault is, and what is wrong there.
public final class ConfigurationException extends RuntimeException {

    public ConfigurationException(String message) {
        super(message);
    }
}
