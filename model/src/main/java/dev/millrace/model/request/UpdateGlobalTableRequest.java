package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Adds replicas to a global table of the legacy version, and takes them away.
public record UpdateGlobalTableRequest(String globalTableName, List<ReplicaUpdate> updates) {
    /// What becomes of one replica.
    ///
    /// @param createIn the region in which it is to be made; null for none
    /// @param deleteIn the region in which it is to be deleted; null for none
    public record ReplicaUpdate(@Nullable String createIn, @Nullable String deleteIn) {}
}
