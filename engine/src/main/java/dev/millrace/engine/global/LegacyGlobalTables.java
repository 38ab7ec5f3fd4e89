package dev.millrace.engine.global;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.util.Set;

/// What is said of global tables of the legacy version.
final class LegacyGlobalTables {
    // Where the legacy version ever was.
    private static final Set<String> REGIONS =
            Set.of(
                    "eu-west-2",
                    "eu-west-1",
                    "ap-southeast-1",
                    "ap-southeast-2",
                    "ap-northeast-2",
                    "eu-central-1",
                    "ap-northeast-1",
                    "us-east-1",
                    "us-east-2",
                    "us-west-1",
                    "us-west-2");

    private LegacyGlobalTables() {}

    /// Goes on if the legacy version ever was in `region`.
    static void requireRegion(String region) {
        if (!REGIONS.contains(region)) {
            throw ApiException.invalidParameter(
                    "DynamoDB global tables version 2017.11.29 is not supported in this Region: "
                            + region);
        }
    }

    /// The answer to whoever wants one made.
    static ApiException refusal() {
        return ApiException.invalidParameter(
                "DynamoDB global tables version 2017.11.29 is not supported. We recommend using"
                        + " DynamoDB global tables version 2019.11.21, instead of version"
                        + " 2017.11.29 (Legacy).");
    }

    /// The answer to whoever names one.
    static ApiException notFound(String name) {
        return new ApiException(
                ApiError.GLOBAL_TABLE_NOT_FOUND, "Global table not found: " + missing(name));
    }

    /// The answer to whoever asks for the settings of one.
    static ApiException settingsNotFound(String name) {
        return new ApiException(ApiError.GLOBAL_TABLE_NOT_FOUND, missing(name));
    }

    /// That there is no global table with this name.
    static String missing(String name) {
        return "Global table with name: '" + name + "' does not exist.";
    }
}
