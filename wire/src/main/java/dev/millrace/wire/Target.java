package dev.millrace.wire;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

/// The operation that a request names in `X-Amz-Target`. The service exists; whether it has an
/// operation of this name is for the caller to find out.
public record Target(Service service, String operation) {
    /// Reads the value of the header; null means that there was none.
    ///
    /// @throws ApiException `UnknownOperationException` if it names none of our services
    public static Target parse(@Nullable String header) {
        int point = header == null ? -1 : header.indexOf('.');
        if (header == null || point < 0 || point == header.length() - 1) {
            throw unknownOperation();
        }
        for (Service service : Service.values()) {
            if (point == service.targetPrefix().length()
                    && header.startsWith(service.targetPrefix())) {
                return new Target(service, header.substring(point + 1));
            }
        }
        throw unknownOperation();
    }

    /// The error for a target that names no operation.
    public static ApiException unknownOperation() {
        return new ApiException(ApiError.UNKNOWN_OPERATION, null);
    }
}
