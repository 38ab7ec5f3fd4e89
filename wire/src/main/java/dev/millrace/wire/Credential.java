package dev.millrace.wire;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.util.List;

/// The credential of a signature: the access key and the scope that it is good for, parted by
/// slashes.
record Credential(String accessKeyId, String date, String region, String service) {
    private static final int ELEMENTS = 5;
    private static final String TERMINATOR = "aws4_request";

    /// @param scope the service that the scope must name
    static Credential parse(String credential, String scope) {
        String[] elements = credential.split("/", -1);
        if (elements.length != ELEMENTS) {
            throw new ApiException(
                    ApiError.INCOMPLETE_SIGNATURE,
                    "Credential must have exactly 5 slash-delimited elements, e.g."
                            + " keyid/date/region/service/term, got '"
                            + credential
                            + "'");
        }
        requireScope(scope, elements[3], elements[4]);
        return new Credential(elements[0], elements[1], elements[2], elements[3]);
    }

    Signature signature(String signedHeaders, String signature, String requestDate) {
        return new Signature(
                accessKeyId,
                date,
                region,
                service,
                List.of(signedHeaders.split(";", -1)),
                signature,
                requestDate);
    }

    private static void requireScope(String scope, String service, String terminator) {
        StringBuilder faults = new StringBuilder();
        if (!service.equals(scope)) {
            faults.append("Credential should be scoped to correct service: '")
                    .append(scope)
                    .append("'. ");
        }
        if (!terminator.equals(TERMINATOR)) {
            faults.append("Credential should be scoped with a valid terminator: '" + TERMINATOR)
                    .append("', not '")
                    .append(terminator)
                    .append("'. ");
        }
        if (!faults.isEmpty()) {
            throw new ApiException(ApiError.INVALID_SIGNATURE, faults.toString());
        }
    }
}
