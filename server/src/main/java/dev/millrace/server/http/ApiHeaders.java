package dev.millrace.server.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;

/// The HTTP headers of the AWS JSON protocol (source: dynamodb-api reference, section 3).
final class ApiHeaders {

    static final HeaderName TARGET = HeaderNames.create("X-Amz-Target");
    static final HeaderName DATE = HeaderNames.create("X-Amz-Date");
    static final HeaderName REQUEST_ID = HeaderNames.create("x-amzn-RequestId");
    static final HeaderName ERROR_TYPE = HeaderNames.create("x-amzn-ErrorType");
    static final HeaderName CRC32 = HeaderNames.create("x-amz-crc32");

    static final String AMAZON_JSON = "application/x-amz-json-1.0";
    static final String JSON = "application/json";

    static final Header ANY_ORIGIN =
            HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");

    /// How many seconds a browser may rely on the answer to a preflight request.
    static final Header PREFLIGHT_AGE =
            HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "172800");

    private ApiHeaders() {}
}
