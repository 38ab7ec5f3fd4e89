package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GlobalSecondaryIndexUpdate;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.request.VectorIndexUpdate;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// What UpdateTable may do to indexes in one call, whatever the table: make or delete one, and
/// change the throughput of any others (capture of 9 Oct 2026).
final class IndexUpdateRules {
    private IndexUpdateRules() {}

    /// The updates of a request; none if it left the list out.
    static List<GlobalSecondaryIndexUpdate> updates(UpdateTableRequest request) {
        return Objects.requireNonNullElse(request.globalSecondaryIndexUpdates(), List.of());
    }

    /// The updates of indexes of vectors; none if a request left the list out.
    static List<VectorIndexUpdate> vectorUpdates(UpdateTableRequest request) {
        return Objects.requireNonNullElse(request.vectorIndexUpdates(), List.of());
    }

    /// Whether a request changes any index.
    static boolean isAny(UpdateTableRequest request) {
        return !updates(request).isEmpty() || !vectorUpdates(request).isEmpty();
    }

    /// Whether a request makes or deletes an index.
    static boolean isStructural(UpdateTableRequest request) {
        return structural(request) > 0;
    }

    private static long structural(UpdateTableRequest request) {
        return vectorUpdates(request).size()
                + updates(request).stream().filter(IndexUpdateRules::isStructural).count();
    }

    /// The name of the index that an update is about.
    static String nameOf(GlobalSecondaryIndexUpdate update) {
        return names(update).findFirst().orElseThrow();
    }

    /// Refuses updates that name no action or several, one index twice, or more than one index to
    /// be made or deleted.
    static void check(UpdateTableRequest request) {
        List<GlobalSecondaryIndexUpdate> updates = updates(request);
        updates.forEach(IndexUpdateRules::requireOneAction);
        requireDistinct(updates);
        vectorUpdates(request).forEach(IndexUpdateRules::requireOneAction);
        if (structural(request) > 1) {
            throw oneOnlineIndex();
        }
        if (request.globalSecondaryIndexUpdates() != null && updates.isEmpty()) {
            throw ApiException.invalidParameter("List of GlobalSecondaryIndexUpdates is empty");
        }
        if (request.vectorIndexUpdates() != null && vectorUpdates(request).isEmpty()) {
            throw ApiException.invalidParameter("List of VectorIndexUpdates is empty");
        }
    }

    /// Refuses to make or delete an index together with what changes the table otherwise.
    static void requireTogether(UpdateTableRequest request) {
        if (request.options().warmThroughput() != null && isCreating(request)) {
            throw ApiException.invalidParameter(
                    "Create global secondary index cannot be specified when updating"
                            + " WarmThroughput");
        }
        if (request.streamSpecification() != null && isStructural(request)) {
            throw ApiException.invalidParameter(
                    "You cannot create or delete index while changing stream status");
        }
        if (request.provisionedThroughput() != null && isStructural(request)) {
            throw ApiException.invalidParameter(
                    "You cannot create or delete index while updating table IOPS");
        }
    }

    /// The refusal to make or delete an index while another one is being made or deleted.
    static ApiException oneOnlineIndex() {
        return new ApiException(
                ApiError.LIMIT_EXCEEDED,
                "Subscriber limit exceeded: Only 1 online index can be created or deleted"
                        + " simultaneously per table");
    }

    private static void requireOneAction(GlobalSecondaryIndexUpdate update) {
        long actions = names(update).count();
        if (actions == 0) {
            throw ApiException.invalidParameter(
                    "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
                            + " GlobalSecondaryIndexUpdate.Delete must not be null");
        }
        if (actions > 1) {
            throw ApiException.invalidParameter(
                    "Only one global secondary index action is allowed per"
                            + " GlobalSecondaryIndexUpdate object");
        }
    }

    private static void requireOneAction(VectorIndexUpdate update) {
        if (update.create() == null && update.delete() == null) {
            throw ApiException.invalidParameter(
                    "One of VectorIndexUpdate.Create, VectorIndexUpdate.Delete must not be null");
        }
        if (update.create() != null && update.delete() != null) {
            throw ApiException.invalidParameter(
                    "Only one vector index action is allowed per VectorIndexUpdate object");
        }
    }

    private static void requireDistinct(List<GlobalSecondaryIndexUpdate> updates) {
        Set<String> names = new HashSet<>();
        for (GlobalSecondaryIndexUpdate update : updates) {
            if (!names.add(nameOf(update))) {
                throw ApiException.invalidParameter(
                        "Only one global secondary index update per index is allowed"
                                + " simultaneously. Index: "
                                + nameOf(update));
            }
        }
    }

    private static boolean isStructural(GlobalSecondaryIndexUpdate update) {
        return update.update() == null;
    }

    private static boolean isCreating(UpdateTableRequest request) {
        return updates(request).stream().anyMatch(update -> update.create() != null);
    }

    private static Stream<String> names(GlobalSecondaryIndexUpdate update) {
        String created = update.create() == null ? null : update.create().indexName();
        String updated = update.update() == null ? null : update.update().indexName();
        return Stream.of(created, updated, update.delete()).flatMap(Stream::ofNullable);
    }
}
