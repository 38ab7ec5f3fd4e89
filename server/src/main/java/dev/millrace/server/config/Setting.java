package dev.millrace.server.config;

/// A text given for an option, and the place that gave it.
record Setting(String text, Origin origin) {}
