package dev.millrace.server.control;

import dev.millrace.engine.Engine;
import dev.millrace.engine.operation.ReportShards;
import dev.millrace.engine.operation.ReportShards.ShardReport;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.stream.StreamDescription;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The streams as control requests name them: by the ARN of a stream, or by the name of a table,
/// which means its latest stream.
record Streams(Engine engine) {
    static final String STREAM = "stream";
    static final String TABLE = "table";

    /// The members that name a stream, and others.
    static Set<String> andNames(String... others) {
        Set<String> names = new TreeSet<>(List.of(others));
        names.add(STREAM);
        names.add(TABLE);
        return names;
    }

    boolean isNamed(Members members) {
        return members.text(STREAM) != null || members.text(TABLE) != null;
    }

    /// The ARN of the stream that a request names.
    ///
    /// @throws Refusal if it names none, or one that is not there
    String arn(Members members) {
        String stream = members.text(STREAM);
        String table = members.text(TABLE);
        if (stream != null && table == null) {
            return stream;
        }
        if (stream == null && table != null) {
            return latestOf(table);
        }
        throw Refusal.badRequest("give one of 'stream' (its ARN) and 'table' (its name)");
    }

    /// The shards of a stream.
    ///
    /// @throws Refusal if there is no such stream
    ReportShards.Response report(String arn) {
        return refusing(() -> engine.shards().report().execute(new ReportShards.Request(arn)));
    }

    /// What DescribeStream tells of a stream.
    ///
    /// @throws Refusal if there is no such stream
    StreamDescription describe(String arn) {
        return refusing(() ->
                engine.describeStream()
                        .execute(new DescribeStreamRequest(arn, null, 1))
                        .streamDescription());
    }

    /// A shard of a stream.
    ///
    /// @throws Refusal if it is not there
    ShardReport requireShard(String arn, String shardId) {
        return report(arn).shards().stream()
                .filter(shard -> shard.shardId().equals(shardId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("the stream has no shard " + shardId));
    }

    /// What `action` answers; what it does not like becomes a refusal.
    static <T> T refusing(Supplier<T> action) {
        try {
            return action.get();
        } catch (ApiException e) {
            String text = String.valueOf(e.getMessage());
            throw e.error() == ApiError.RESOURCE_NOT_FOUND
                    ? Refusal.notFound(text)
                    : Refusal.conflict(text);
        }
    }

    private String latestOf(String table) {
        String arn =
                refusing(() ->
                        engine.describeTable()
                                .execute(new DescribeTableRequest(table))
                                .table()
                                .latestStreamArn());
        if (arn == null) {
            throw Refusal.notFound("table " + table + " has no stream");
        }
        return arn;
    }
}
