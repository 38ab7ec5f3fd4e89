package dev.millrace.server;

import dev.millrace.engine.EngineBounds;
import dev.millrace.engine.commit.QueueBounds;
import dev.millrace.server.config.LoadOptions;
import dev.millrace.server.http.HttpBounds;

/// What the parts of a server take on at a time, as its options say it.
final class ServerBounds {
    private static final long MEBIBYTE = 1 << 20;

    private ServerBounds() {}

    /// What its ports take on. Requests wait for memory no longer than writes for their turn.
    static HttpBounds ofPorts(LoadOptions load) {
        long heapBytesMax = Runtime.getRuntime().maxMemory();
        Integer megabytes = load.answerMegabytesMax();
        return HttpBounds.of(
                load.connectionsMax(),
                load.idleMax(),
                load.turnMax(),
                load.writeWaitMax(),
                heapBytesMax,
                megabytes == null ? heapBytesMax / 4 : megabytes * MEBIBYTE);
    }

    /// What its engine takes on.
    static EngineBounds ofEngine(LoadOptions load, HttpBounds ports) {
        return new EngineBounds(
                new QueueBounds(load.waitingWritesMax(), load.writeWaitMax()),
                System::nanoTime,
                ports.answers(),
                load.waitingReadersMax());
    }
}
