package dev.millrace.bench.http;

/// What all requests for one operation have in common.
///
/// @param method the HTTP method
/// @param path the path, without a query
/// @param service the service that the signature is for
/// @param target the value of `X-Amz-Target`; empty for none
/// @param header a further header like `Name: value`, not signed; empty for none
public record Operation(String method, String path, String service, String target, String header) {

    /// An operation of tables, for example `PutItem`.
    public static Operation ofTables(String name) {
        return new Operation("POST", "/", "dynamodb", "DynamoDB_20120810." + name, "");
    }

    /// An operation of streams, for example `GetRecords`.
    public static Operation ofStreams(String name) {
        return new Operation("POST", "/", "dynamodb", "DynamoDBStreams_20120810." + name, "");
    }

    /// An operation of Lambda's REST API.
    public static Operation ofFunctions(String method, String path) {
        return new Operation(method, path, "lambda", "", "");
    }

    /// The same with another header.
    public Operation with(String otherHeader) {
        return new Operation(method, path, service, target, otherHeader);
    }

    @Override
    public String toString() {
        return target.isEmpty() ? method + " " + path : target.substring(target.indexOf('.') + 1);
    }
}
