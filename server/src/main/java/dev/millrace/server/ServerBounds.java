package dev.millrace.server;

import dev.millrace.engine.EngineBounds;
import dev.millrace.engine.commit.QueueBounds;
import dev.millrace.server.config.LoadOptions;
import dev.millrace.server.http.HttpBounds;

/// What the parts of a server take on at a time, as its options say it.
final class ServerBounds {
    private ServerBounds() {}

    /// What its ports take on. Requests wait for memory no longer than writes for their turn.
    static HttpBounds ofPorts(LoadOptions load) {
        long heapBytesMax = Runtime.getRuntime().maxMemory();
        return HttpBounds.of(
                load.connectionsMax(),
                load.idleMax(),
                load.turnMax(),
                load.writeWaitMax(),
                heapBytesMax,
                load.memory().answerBytes(heapBytesMax));
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
