package dev.millrace.wire;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a request says of its Signature Version 4, read but not verified.
///
/// @param accessKeyId the key that the request was signed with
/// @param scopeDate the date in the credential's scope, `YYYYMMDD`
/// @param region the region in the credential's scope
/// @param service the service in the credential's scope
/// @param signedHeaders the names of the signed headers, as the client wrote them
/// @param signature the signature, in hexadecimal if it is a good one
/// @param requestDate the value of `X-Amz-Date` or `Date`
public record Signature(
        String accessKeyId,
        String scopeDate,
        String region,
        String service,
        List<String> signedHeaders,
        String signature,
        String requestDate) {
    private static final String DYNAMODB = "dynamodb";
    private static final String SCHEME = "AWS4-";
    private static final String ALGORITHM = "X-Amz-Algorithm";

    /// Reads the signature from the `Authorization` header or, without one, from the query.
    ///
    /// @param authorization the value of the `Authorization` header, null if there is none
    /// @param query the parameters of the query, decoded
    /// @param header finds the value of another header by its name, in any case
    /// @throws ApiException the error of dynamodb-api reference, section 14, if there is no
    ///   signature or not a whole one
    public static Signature parse(
            @Nullable String authorization,
            Map<String, String> query,
            Function<String, @Nullable String> header) {
        return parse(DYNAMODB, authorization, query, header);
    }

    /// Reads the signature of a request to another service, as above.
    ///
    /// @param service the name that the credential's scope must have for it
    public static Signature parse(
            String service,
            @Nullable String authorization,
            Map<String, String> query,
            Function<String, @Nullable String> header) {
        boolean inQuery = query.containsKey(ALGORITHM);
        if (authorization == null || authorization.isEmpty()) {
            if (inQuery) {
                return SignatureQuery.parse(query, service);
            }
            throw missing();
        }
        if (inQuery) {
            throw new ApiException(
                    ApiError.INVALID_SIGNATURE,
                    "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as"
                            + " HTTP header.");
        }
        if (!authorization.startsWith(SCHEME)) {
            throw missing();
        }
        return SignatureHeader.parse(authorization, header, service);
    }

    private static ApiException missing() {
        return new ApiException(
                ApiError.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token");
    }
}
