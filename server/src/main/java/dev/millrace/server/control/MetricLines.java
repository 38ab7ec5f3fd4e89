package dev.millrace.server.control;

import java.time.Duration;
import java.util.Locale;

/// Metrics as they are written down in the text format of Prometheus.
final class MetricLines {
    private final StringBuilder text = new StringBuilder();

    /// Begins a metric.
    ///
    /// @param type `counter` or `gauge`
    void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    /// Adds a value.
    ///
    /// @param labels what [#label] made, with commas between them; empty for none
    void line(String name, String labels, String value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(value).append('\n');
    }

    static String label(String name, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return name + "=\"" + escaped + "\"";
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1_000.0);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
