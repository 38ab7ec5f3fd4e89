package dev.millrace.engine;

import dev.millrace.engine.operation.ItemAccess;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.SearchVectors;
import dev.millrace.model.request.SearchVectorsRequest;
import dev.millrace.model.response.SearchVectorsResponse;
import dev.millrace.store.Snapshot;

import java.util.function.Supplier;

/// The operations on vectors.
public final class VectorOperations {
    private final ItemAccess items;
    private final Supplier<Snapshot> snapshots;

    VectorOperations(ItemAccess items, Supplier<Snapshot> snapshots) {
        this.items = items;
        this.snapshots = snapshots;
    }

    public Operation<SearchVectorsRequest, SearchVectorsResponse> searchVectors() {
        return new SearchVectors(items, snapshots);
    }
}
