package dev.millrace.server.control;

import dev.millrace.engine.Engine;
import dev.millrace.engine.operation.ShardName;
import dev.millrace.model.error.ApiException;
import dev.millrace.server.control.Faults.EmptyPages;
import dev.millrace.server.control.Faults.Throttle;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// What can be asked of faults.
record FaultRoutes(Engine engine, Faults faults) {
    private static final String OPERATION = "operation";
    private static final String CALLS = "calls";
    private static final String ERROR = "error";
    private static final String SHARD = "shard";

    List<Route> routes() {
        return List.of(
                Route.get("/faults", Set.of(), (_, answer) -> write(answer)),
                Route.delete("/faults", (_, answer) -> clear(answer)),
                Route.post(
                        "/faults/throttle", Set.of(OPERATION, CALLS, ERROR), this::orderThrottle),
                Route.post(
                        "/faults/empty-pages",
                        Streams.andNames(CALLS, SHARD),
                        this::orderEmptyPages),
                Route.post(
                        "/iterators/expire",
                        Set.of(),
                        (_, _) -> engine.readers().expireIterators()));
    }

    private void orderThrottle(Members members, JsonOutput answer) {
        String operation = members.require(OPERATION);
        if (!faults.operations().contains(operation)) {
            throw Refusal.badRequest(
                    "'operation': '" + operation + "' is not one of " + faults.operations());
        }
        String code = members.text(ERROR);
        Throttles throttles = Throttles.of(operation);
        ApiException error = code == null ? throttles.error() : throttles.error(code);
        faults.order(new Throttle(operation, error, members.number(CALLS, Faults.CALLS_MAX)));
        write(answer);
    }

    private void orderEmptyPages(Members members, JsonOutput answer) {
        faults.order(new EmptyPages(members.number(CALLS, Faults.CALLS_MAX), shard(members)));
        write(answer);
    }

    private @Nullable ShardName shard(Members members) {
        Streams streams = new Streams(engine);
        String shard = members.text(SHARD);
        if (shard == null) {
            if (streams.isNamed(members)) {
                throw Refusal.badRequest("name the 'shard' too, or no stream, for all shards");
            }
            return null;
        }
        String arn = streams.arn(members);
        streams.requireShard(arn, shard);
        return new ShardName(arn, shard);
    }

    private void clear(JsonOutput answer) {
        faults.clear();
        write(answer);
    }

    private void write(JsonOutput answer) {
        answer.startArray("throttles");
        faults.throttles().forEach(throttle -> write(throttle, answer));
        answer.endArray();
        answer.startArray("emptyPages");
        faults.emptyPages().forEach(pages -> write(pages, answer));
        answer.endArray();
    }

    private static void write(Throttle throttle, JsonOutput answer) {
        answer.startObject();
        answer.text(OPERATION, throttle.operation());
        answer.text(ERROR, throttle.error().error().code());
        answer.whole(CALLS, throttle.calls());
        answer.endObject();
    }

    private static void write(EmptyPages pages, JsonOutput answer) {
        answer.startObject();
        ShardName shard = pages.shard();
        answer.text("stream", shard == null ? null : shard.streamArn());
        answer.text(SHARD, shard == null ? null : shard.shardId());
        answer.whole(CALLS, pages.calls());
        answer.endObject();
    }
}
