package dev.millrace.store.rocksdb;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The cursors and snapshots of one store that have not been closed yet.
final class OpenResources {

    /// Something that holds native memory of the database and must let go of it before the database
    /// closes.
    interface Resource {
        void close();
    }

    private final Set<Resource> resources = ConcurrentHashMap.newKeySet();

    void add(Resource resource) {
        resources.add(resource);
    }

    /// Called by a resource once its native memory is free, never before: closing all waits for
    /// what is still listed.
    void remove(Resource resource) {
        resources.remove(resource);
    }

    /// Closes everything, also what is added by calls that are still under way in a snapshot.
    void closeAll() {
        while (!resources.isEmpty()) {
            resources.forEach(Resource::close);
        }
    }
}
