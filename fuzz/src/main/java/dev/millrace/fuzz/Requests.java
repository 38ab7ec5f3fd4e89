package dev.millrace.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/// Bodies of requests, and shard iterators within them.
public final class Requests {
    private static final String TABLES = "DynamoDB_20120810.";
    private static final String STREAMS = "DynamoDBStreams_20120810.";

    // Inputs name them by their number: new ones come at the end.
    private static final List<String> TARGETS =
            List.of(
                    TABLES + "PutItem",
                    TABLES + "GetItem",
                    TABLES + "UpdateItem",
                    TABLES + "DeleteItem",
                    TABLES + "BatchWriteItem",
                    TABLES + "BatchGetItem",
                    TABLES + "TransactWriteItems",
                    TABLES + "TransactGetItems",
                    TABLES + "Query",
                    TABLES + "Scan",
                    TABLES + "CreateTable",
                    TABLES + "UpdateTable",
                    TABLES + "DescribeTable",
                    TABLES + "ListTables",
                    TABLES + "TagResource",
                    TABLES + "UpdateTimeToLive",
                    TABLES + "PutResourcePolicy",
                    STREAMS + "ListStreams",
                    STREAMS + "DescribeStream",
                    STREAMS + "GetShardIterator",
                    STREAMS + "GetRecords",
                    TABLES + "ExecuteStatement",
                    TABLES + "BatchExecuteStatement",
                    TABLES + "ExecuteTransaction",
                    TABLES + "CreateBackup",
                    TABLES + "DescribeBackup",
                    TABLES + "ListBackups",
                    TABLES + "DeleteBackup",
                    TABLES + "RestoreTableFromBackup",
                    TABLES + "RestoreTableToPointInTime",
                    TABLES + "UpdateContinuousBackups",
                    TABLES + "DescribeContinuousBackups",
                    TABLES + "ExportTableToPointInTime",
                    TABLES + "DescribeExport",
                    TABLES + "ListExports",
                    TABLES + "ImportTable",
                    TABLES + "DescribeImport",
                    TABLES + "ListImports",
                    TABLES + "UpdateContributorInsights",
                    TABLES + "DescribeContributorInsights",
                    TABLES + "ListContributorInsights",
                    TABLES + "DeleteTable",
                    TABLES + "DescribeTimeToLive",
                    TABLES + "UntagResource",
                    TABLES + "ListTagsOfResource",
                    TABLES + "GetResourcePolicy",
                    TABLES + "DeleteResourcePolicy",
                    TABLES + "SearchVectors",
                    TABLES + "EnableKinesisStreamingDestination",
                    TABLES + "UpdateKinesisStreamingDestination",
                    TABLES + "DisableKinesisStreamingDestination",
                    TABLES + "DescribeKinesisStreamingDestination");

    private Requests() {}

    /// Sends a body to the operation that the first byte names; whatever the body, the answer is a
    /// result or says what the client did wrong.
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        String target = TARGETS.get(Math.floorMod(data[0], TARGETS.size()));
        byte[] body = Arrays.copyOfRange(data, 1, data.length);
        int status = FuzzedServer.running().answer(request(target, body));
        if (status >= FuzzedServer.FAULT) {
            throw new AssertionError(
                    target + " was answered with " + status + ": " + new String(body, UTF_8));
        }
    }

    private static byte[] request(String target, byte[] body) {
        byte[] head =
                ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.0"
                                + "\r\nX-Amz-Target: "
                                + target
                                + "\r\n"
                                + "X-Amz-Date: 20260101T000000Z\r\n"
                                + "Authorization: AWS4-HMAC-SHA256"
                                + " Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
                                + " SignedHeaders=host, Signature=00\r\n"
                                + "Content-Length: "
                                + body.length
                                + "\r\n\r\n")
                        .getBytes(US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
