package dev.millrace.server.control;

import dev.millrace.engine.commit.CommandQueue;
import dev.millrace.server.http.BoundedConnections;
import dev.millrace.server.http.HttpBounds;

import java.util.List;

/// What can be told of the load on a server, and of what it refused.
///
/// @param connections those of each port for clients
/// @param bounds what these ports take on together
/// @param queue the writes that wait
public record LoadFigures(
        List<BoundedConnections> connections, HttpBounds bounds, CommandQueue queue) {
    private static final String REFUSED = "millrace_refused_total";

    void write(MetricLines lines) {
        lines.head("millrace_connections", "gauge", "Connections that are open.");
        int open = connections.stream().mapToInt(BoundedConnections::open).sum();
        lines.line("millrace_connections", "", Integer.toString(open));
        lines.head("millrace_waiting_writes", "gauge", "Writes that wait for their turn.");
        lines.line("millrace_waiting_writes", "", Integer.toString(queue.size()));
        lines.head(
                REFUSED, "counter", "What was refused for want of room, since the server started.");
        long closed = connections.stream().mapToLong(BoundedConnections::refused).sum();
        refused("connections", closed, lines);
        refused("writes", queue.refused(), lines);
        refused("bodies", bounds.bodies().refused(), lines);
        refused("answers", bounds.answers().refused(), lines);
    }

    private static void refused(String what, long count, MetricLines lines) {
        lines.line(REFUSED, MetricLines.label("what", what), Long.toString(count));
    }
}
