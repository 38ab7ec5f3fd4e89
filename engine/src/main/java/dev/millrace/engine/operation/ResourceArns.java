package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.catalog.Table;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.TableStatus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what the ARN of a request for tags or policies names. Both families refuse what is no ARN
/// of a table or stream in the same words, and differ in the rest (dynamodb-api reference, section
/// 13.4; capture of 9 Oct 2026).
final class ResourceArns {
    private static final Pattern FORM =
            Pattern.compile(
                    "arn:([^:]*):dynamodb:([^:]*):([^:]*):table/([a-zA-Z0-9_.-]+)(/.*)?",
                    Pattern.DOTALL);
    private static final String INDEX = "/index/";
    private static final String STREAM = "/stream/";

    private final ResourceNames names;

    ResourceArns(ResourceNames names) {
        this.names = names;
    }

    /// The table whose tags are meant.
    ///
    /// @throws ApiException if the ARN is none of a table, or there is no such table
    Table requireTagged(CatalogState state, String arn) {
        Matcher parts = parse(arn);
        if (!parts.group(2).equals(names.region())) {
            throw ApiException.validation(
                    "Invalid TableArn: Invalid ResourceArn provided as input " + arn);
        }
        if (!parts.group(3).equals(names.account())) {
            throw new ApiException(ApiError.ACCESS_DENIED, "Access is denied");
        }
        return state.table(parts.group(4))
                .filter(_ -> parts.group(5) == null)
                .filter(ResourceArns::isKnown)
                .orElseThrow(() -> notFound("ResourceArn: " + arn + " not found"));
    }

    /// Makes sure that the table or stream exists whose policy is meant.
    ///
    /// @throws ApiException if the ARN is none of a table or stream, or there is no such
    void requirePolicyHolder(CatalogState state, String arn) {
        Matcher parts = parse(arn);
        if (!parts.group(2).equals(names.region())) {
            throw ApiException.invalidParameter("Invalid resource Arn: " + arn);
        }
        if (!parts.group(3).equals(names.account())) {
            throw ApiException.validation(
                    "This action is only supported by accounts that match the resource owner’s"
                            + " account.");
        }
        String stream = parts.group(5);
        if (stream == null) {
            requireTable(state, parts.group(4));
        } else if (state.stream(arn).isEmpty()) {
            String label = stream.substring(STREAM.length());
            throw notFound("Stream: " + label + " not found for Table: " + parts.group(4));
        }
    }

    private static void requireTable(CatalogState state, String name) {
        if (state.table(name).filter(ResourceArns::isKnown).isEmpty()) {
            throw ApiException.tableNotFound(name);
        }
    }

    // AWS's tags and policies learn of a table when it has been created.
    private static boolean isKnown(Table table) {
        return table.status() != TableStatus.CREATING;
    }

    // Groups: partition, region, account, table name, what follows it or null.
    private static Matcher parse(String arn) {
        if (!arn.startsWith("arn:")) {
            throw ApiException.invalidParameter("ARNs must start with 'arn:': " + arn);
        }
        Matcher parts = FORM.matcher(arn);
        if (!parts.matches()) {
            throw notOfDynamoDb(arn);
        }
        String rest = parts.group(5);
        if (rest != null && rest.startsWith(INDEX)) {
            throw ApiException.invalidParameter(
                    "Invalid resource arn provided, only table or stream is accepted. Provided"
                            + " resource arn: "
                            + arn);
        }
        if (rest != null && !rest.startsWith(STREAM)) {
            throw notOfDynamoDb(arn);
        }
        return parts;
    }

    private static ApiException notOfDynamoDb(String arn) {
        return ApiException.invalidParameter("Provided Arn is not a DynamoDB resource arn: " + arn);
    }

    private static ApiException notFound(String what) {
        return ApiException.resourceNotFound("Requested resource not found: " + what);
    }
}
