package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.table.BillingMode;

import org.jspecify.annotations.Nullable;

/// What UpdateTable may change in one call: one thing, but for billing and what goes with it
/// (dynamodb-api reference, section 15; capture of 9 Oct 2026).
final class UpdateRules {
    private static final String ALONE = " must be the only operation in the request";

    private UpdateRules() {}

    /// Refuses a request that changes nothing, or things that cannot be changed together.
    static void check(UpdateTableRequest request) {
        int changes = changes(request);
        if (changes == 0) {
            throw ApiException.validation(
                    "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
                            + " GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates,"
                            + " MultiAccountReplicaReady, ReplicaTransitRoleArn,"
                            + " MultiRegionConsistency, DeletionProtectionEnabled,"
                            + " OnDemandThroughput, WarmThroughput or TableClass is required");
        }
        IndexUpdateRules.check(request);
        if (changes > 1) {
            requireTogether(request);
        }
    }

    private static int changes(UpdateTableRequest request) {
        TableOptions options = request.options();
        return one(request.billingMode())
                + one(request.provisionedThroughput())
                + one(request.streamSpecification())
                + one(options.sseSpecification())
                + one(options.deletionProtectionEnabled())
                + one(options.tableClass())
                + one(options.warmThroughput())
                + one(options.onDemandThroughput())
                + one(options.settingsReplication())
                + (IndexUpdateRules.isAny(request) ? 1 : 0);
    }

    private static void requireTogether(UpdateTableRequest request) {
        TableOptions options = request.options();
        requireAbsent(options.sseSpecification(), "Server-Side Encryption modification" + ALONE);
        requireAbsent(
                options.deletionProtectionEnabled(), "DeletionProtection modification" + ALONE);
        requireAbsent(options.tableClass(), "TableClass modification" + ALONE);
        IndexUpdateRules.requireTogether(request);
        requireAbsent(options.warmThroughput(), "WarmThroughput" + ALONE);
        if (options.onDemandThroughput() != null
                && (request.provisionedThroughput() != null
                        || request.streamSpecification() != null)) {
            throw ApiException.invalidParameter(
                    "OnDemandThroughput can only be combined with BillingMode in an UpdateTable"
                            + " request");
        }
        if (request.streamSpecification() != null
                && (request.provisionedThroughput() != null
                        || request.billingMode() == BillingMode.PROVISIONED)) {
            throw ApiException.invalidParameter(
                    "You cannot modify stream status while updating table IOPS");
        }
    }

    private static void requireAbsent(@Nullable Object member, String refusal) {
        if (member != null) {
            throw ApiException.invalidParameter(refusal);
        }
    }

    private static int one(@Nullable Object member) {
        return member == null ? 0 : 1;
    }
}
