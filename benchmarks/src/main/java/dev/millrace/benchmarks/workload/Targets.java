package dev.millrace.benchmarks.workload;

/// The operations that are called, as the target header names them.
final class Targets {
    static final String CREATE_TABLE = table("CreateTable");
    static final String DESCRIBE_TABLE = table("DescribeTable");
    static final String DELETE_TABLE = table("DeleteTable");
    static final String PUT_ITEM = table("PutItem");
    static final String GET_ITEM = table("GetItem");
    static final String UPDATE_ITEM = table("UpdateItem");
    static final String DESCRIBE_STREAM = stream("DescribeStream");
    static final String GET_SHARD_ITERATOR = stream("GetShardIterator");
    static final String GET_RECORDS = stream("GetRecords");

    private Targets() {}

    private static String table(String operation) {
        return "DynamoDB_20120810." + operation;
    }

    private static String stream(String operation) {
        return "DynamoDBStreams_20120810." + operation;
    }
}
