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
        if (expected.equals(NO_POLICY)) {
            requireNone(arn, present);
        } else if (present == null) {
            throw refused(
                    "Requested update for policy with revision id %s, but table %s has no"
                                    .formatted(expected, tableOf(arn))
                            + " associated policy.");
        } else if (!present.revisionId().equals(expected)) {
            throw refused(
                    ("Requested update for policy with revision id %s, but the policy associated to"
                                    + " target table %s has revision id %s.")
                            .formatted(expected, tableOf(arn), present.revisionId()));
        }
    }

    private static void requireNone(String arn, @Nullable ResourcePolicy present) {
        if (present != null) {
            throw refused(
                    ("Requested policy update expecting none to be present for table %s, but a"
                                    + " policy exists with revision id %s.")
                            .formatted(tableOf(arn), present.revisionId()));
        }
    }

    /// The answer for a table or stream without policy.
    static ApiException notFound(String arn) {
        return refused(arn);
    }

    private static ApiException refused(String what) {
        return new ApiException(
                ApiError.POLICY_NOT_FOUND,
                "Resource-based policy not found for the provided ResourceArn: " + what);
    }

    // Of a stream, its table.
    private static String tableOf(String arn) {
        return arn.split("/", -1)[1];
    }
}
