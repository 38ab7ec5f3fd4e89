package dev.millrace.wire;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.util.List;
import java.util.Map;

/// Reads a signature from the parameters of the query, as presigned requests carry it.
final class SignatureQuery {
    private static final List<String> PARAMETERS =
            List.of(
                    "X-Amz-Algorithm",
                    "X-Amz-Credential",
                    "X-Amz-Signature",
                    "X-Amz-SignedHeaders",
                    "X-Amz-Date");

    private SignatureQuery() {}

    static Signature parse(Map<String, String> query, String service) {
        requireWhole(query);
        return Credential.parse(query.getOrDefault("X-Amz-Credential", ""), service)
                .signature(
                        query.getOrDefault("X-Amz-SignedHeaders", ""),
                        query.getOrDefault("X-Amz-Signature", ""),
                        query.getOrDefault("X-Amz-Date", ""));
    }

    private static void requireWhole(Map<String, String> query) {
        StringBuilder faults = new StringBuilder();
        for (String parameter : PARAMETERS) {
            if (query.getOrDefault(parameter, "").isEmpty()) {
                faults.append("AWS query-string parameters must include '")
                        .append(parameter)
                        .append("'. ");
            }
        }
        if (!faults.isEmpty()) {
            throw new ApiException(
                    ApiError.INCOMPLETE_SIGNATURE,
                    faults + "Re-examine the query-string parameters.");
        }
    }
}
