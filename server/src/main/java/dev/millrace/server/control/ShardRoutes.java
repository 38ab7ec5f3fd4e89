package dev.millrace.server.control;

import dev.millrace.engine.Engine;
import dev.millrace.engine.operation.ReportShards;
import dev.millrace.engine.operation.ReportShards.ShardReport;
import dev.millrace.engine.operation.RollShards;
import dev.millrace.engine.operation.SplitShard;
import dev.millrace.engine.operation.TrimStream;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.wire.JsonOutput;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What can be asked of the shards of a stream. Each answers with the tree of shards as it is then.
record ShardRoutes(Engine engine) {
    private static final String SHARD = "shard";
    private static final String BEFORE = "before";

    List<Route> routes() {
        Set<String> ofStream = Streams.andNames();
        Set<String> ofShard = Streams.andNames(SHARD);
        return List.of(
                Route.get("/shards", ofStream, this::report),
                Route.post("/shards/split", ofShard, this::split),
                Route.post("/shards/roll", ofShard, this::roll),
                Route.post("/shards/close", ofShard, this::close),
                Route.post("/records/trim", Streams.andNames(BEFORE), this::trim));
    }

    private void report(Members members, JsonOutput answer) {
        write(streams().arn(members), answer);
    }

    private void split(Members members, JsonOutput answer) {
        String arn = streams().arn(members);
        List<String> shards = chosen(arn, members).stream().map(ShardReport::shardId).toList();
        shards.forEach(shard ->
                Streams.refusing(() ->
                        engine.shards().split().execute(new SplitShard.Request(arn, shard, null))));
        write(arn, answer);
    }

    private void roll(Members members, JsonOutput answer) {
        String arn = streams().arn(members);
        Streams.refusing(() ->
                engine.shards().roll().execute(new RollShards.Request(arn, members.text(SHARD))));
        write(arn, answer);
    }

    // Alone, a shard closes as all shards of a live stream do: its keys go on in a child.
    private void close(Members members, JsonOutput answer) {
        if (members.text(SHARD) == null) {
            closeAll(members, answer);
        } else {
            roll(members, answer);
        }
    }

    private void closeAll(Members members, JsonOutput answer) {
        String arn = streams().arn(members);
        StreamDescription stream = streams().describe(arn);
        if (stream.streamStatus() != StreamStatus.ENABLED) {
            throw Refusal.conflict("the stream is off already");
        }
        turnOff(stream.tableName());
        write(arn, answer);
    }

    private void turnOff(String table) {
        StreamSpecification off = new StreamSpecification(false, null);
        Streams.refusing(
                () -> engine.updateTable().execute(new UpdateTableRequest(table, null, null, off)));
    }

    private void trim(Members members, JsonOutput answer) {
        String arn = streams().arn(members);
        Instant before = members.moment(BEFORE);
        if (before == null) {
            throw Refusal.badRequest("'before' is missing");
        }
        Streams.refusing(() -> engine.shards().trim().execute(new TrimStream.Request(arn, before)));
        write(arn, answer);
    }

    private List<ShardReport> chosen(String arn, Members members) {
        String shard = members.text(SHARD);
        return shard == null
                ? streams().report(arn).shards().stream()
                        .filter(each -> each.closed() == null)
                        .toList()
                : List.of(streams().requireShard(arn, shard));
    }

    private void write(String arn, JsonOutput answer) {
        ReportShards.Response report = streams().report(arn);
        answer.text("stream", arn);
        answer.text("status", report.streamStatus().name());
        answer.startArray("shards");
        report.shards().forEach(shard -> write(shard, answer));
        answer.endArray();
    }

    private static void write(ShardReport shard, JsonOutput answer) {
        Instant closed = shard.closed();
        answer.startObject();
        answer.text(SHARD, shard.shardId());
        answer.text("parent", shard.parentShardId());
        answer.text("firstHash", hash(shard.firstHash()));
        answer.text("lastHash", hash(shard.lastHash()));
        answer.text("opened", shard.opened().toString());
        answer.text("closed", closed == null ? null : closed.toString());
        answer.whole("storedBytes", shard.storedBytes());
        answer.endObject();
    }

    private static String hash(long hash) {
        return "%016x".formatted(hash);
    }

    private Streams streams() {
        return new Streams(engine);
    }
}
