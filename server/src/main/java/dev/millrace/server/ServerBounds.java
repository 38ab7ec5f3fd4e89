package dev.millrace.server;

import com.sun.management.OperatingSystemMXBean;

import dev.millrace.engine.EngineBounds;
import dev.millrace.engine.commit.QueueBounds;
import dev.millrace.server.config.LoadOptions;
import dev.millrace.server.http.HttpBounds;
import dev.millrace.store.StoreMemory;

import java.lang.management.ManagementFactory;

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

    /// The memory of a store that suits this machine, or the container that the server runs in.
    static StoreMemory ofStore() {
        return StoreMemory.suiting(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize());
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
