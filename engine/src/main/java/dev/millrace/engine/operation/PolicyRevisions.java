package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.ResourcePolicy;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

/// Compares the policy that a request expects with the one that there is.
final class PolicyRevisions {
    private static final String NO_POLICY = "NO_POLICY";

    private PolicyRevisions() {}

    /// Refuses a request that expects another revision than the present one; `NO_POLICY` expects
    /// that there is none, null expects nothing.
    static void requireExpected(CatalogState state, String arn, @Nullable String expected) {
        if (expected == null) {
            return;
        }
        ResourcePolicy present = state.policy(arn).orElse(null);
        if (expected.equals(NO_POLICY) ? present != null : !isRevision(present, expected)) {
            throw notFound(arn);
        }
    }

    /// The answer for a table or stream without policy, or with another one than expected.
    static ApiException notFound(String arn) {
        return new ApiException(
                ApiError.POLICY_NOT_FOUND,
                "Resource-based policy not found for the provided ResourceArn: " + arn);
    }

    private static boolean isRevision(@Nullable ResourcePolicy present, String revisionId) {
        return present != null && present.revisionId().equals(revisionId);
    }
}
