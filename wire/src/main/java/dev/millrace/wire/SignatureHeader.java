package dev.millrace.wire;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads a signature from the `Authorization` header: the scheme, then parts in any order, parted
/// by commas or blanks or both.
final class SignatureHeader {
    private static final String SEPARATORS = ", \t\n\013\f\r";
    private static final List<String> PARTS = List.of("Credential", "Signature", "SignedHeaders");

    private SignatureHeader() {}

    static Signature parse(
            String authorization, Function<String, @Nullable String> header, String service) {
        Map<String, String> parts = parts(authorization);
        String date = date(header);
        requireWhole(authorization, parts, date);
        return Credential.parse(parts.getOrDefault("Credential", ""), service)
                .signature(
                        parts.getOrDefault("SignedHeaders", ""),
                        parts.getOrDefault("Signature", ""),
                        date);
    }

    private static Map<String, String> parts(String authorization) {
        Map<String, String> parts = new HashMap<>();
        int from = endOfPart(authorization, 0);
        while (from < authorization.length()) {
            int end = endOfPart(authorization, from + 1);
            if (end > from + 1) {
                addPart(authorization.substring(from + 1, end), parts, authorization);
            }
            from = end;
        }
        return parts;
    }

    // Where the part that begins at `from` ends; a search by hand, since every request passes here.
    private static int endOfPart(String authorization, int from) {
        int end = from;
        while (end < authorization.length() && SEPARATORS.indexOf(authorization.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static void addPart(String part, Map<String, String> parts, String authorization) {
        int sign = part.indexOf('=');
        if (sign < 0) {
            throw withoutSign(part, authorization);
        }
        parts.put(part.substring(0, sign), part.substring(sign + 1));
    }

    private static String date(Function<String, @Nullable String> header) {
        String amzDate = header.apply("X-Amz-Date");
        if (amzDate != null && !amzDate.isEmpty()) {
            return amzDate;
        }
        String date = header.apply("Date");
        return date == null ? "" : date;
    }

    private static void requireWhole(String authorization, Map<String, String> parts, String date) {
        StringBuilder faults = new StringBuilder();
        for (String part : PARTS) {
            if (parts.getOrDefault(part, "").isEmpty()) {
                faults.append("Authorization header requires '")
                        .append(part)
                        .append("' parameter. ");
            }
        }
        if (date.isEmpty()) {
            faults.append(
                    "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date'"
                            + " header. ");
        }
        if (!faults.isEmpty()) {
            throw incomplete(faults + "Authorization=" + authorization);
        }
    }

    private static ApiException withoutSign(String part, String authorization) {
        return incomplete(
                "'%s' not a valid key=value pair (missing equal-sign) in Authorization header: '%s'."
                        .formatted(part, authorization));
    }

    private static ApiException incomplete(String message) {
        return new ApiException(ApiError.INCOMPLETE_SIGNATURE, message);
    }
}
