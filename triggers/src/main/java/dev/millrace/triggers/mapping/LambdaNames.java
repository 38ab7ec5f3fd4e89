package dev.millrace.triggers.mapping;

import dev.millrace.triggers.function.FunctionName;

import org.jspecify.annotations.Nullable;

/// The full names of functions and mappings on this server.
///
/// @param account twelve digits
public record LambdaNames(String region, String account) {
    private static final String MAPPING = "event-source-mapping:";

    /// The ARN of a function.
    public String functionArn(FunctionName function) {
        return function.arn(region, account);
    }

    /// The ARN of a mapping.
    public String mappingArn(String uuid) {
        return prefix() + MAPPING + uuid;
    }

    /// The UUID in the ARN of a mapping; null if it is none of this server.
    public @Nullable String uuidOf(String mappingArn) {
        String prefix = prefix() + MAPPING;
        return mappingArn.startsWith(prefix) ? mappingArn.substring(prefix.length()) : null;
    }

    private String prefix() {
        return "arn:aws:lambda:" + region + ":" + account + ":";
    }
}
