package dev.millrace.server.http;

import dev.millrace.engine.operation.OpenStreamTail;
import dev.millrace.engine.operation.TailStart;
import dev.millrace.model.error.ApiException;
import dev.millrace.wire.name.StreamArn;
import dev.millrace.wire.stream.TailPositions;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/// What a request for the tail of a stream asks for.
///
/// @param arn the stream, as the path names it
record TailQuery(ServerRequest http, String arn) {
    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
    private static final String SHARD = "shard";
    private static final String FROM = "from";
    private static final String HEARTBEAT = "heartbeat";
    private static final Set<String> KNOWN = Set.of(SHARD, FROM, HEARTBEAT);

    private static final Pattern SEQUENCE_NUMBER = Pattern.compile("[0-9]{21,40}");
    private static final Pattern SECONDS = Pattern.compile("[1-9]|[1-5][0-9]|60");
    private static final Duration HEARTBEAT_USUAL = Duration.ofSeconds(15);

    /// The tail that is asked for.
    ///
    /// @throws ApiException ValidationException for what makes no sense
    OpenStreamTail.Request request() {
        http.query().names().forEach(TailQuery::requireKnown);
        return new OpenStreamTail.Request(StreamArn.requireForm(arn), parameter(SHARD), start());
    }

    /// How often something is written at least, from 1 to 60 seconds.
    Duration heartbeat() {
        String seconds = parameter(HEARTBEAT);
        if (seconds == null) {
            return HEARTBEAT_USUAL;
        }
        if (!SECONDS.matcher(seconds).matches()) {
            throw invalid(HEARTBEAT, seconds, "a whole number of seconds from 1 to 60");
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }

    private TailStart start() {
        String lastEventId = http.headers().first(LAST_EVENT_ID).orElse("");
        return lastEventId.isBlank()
                ? from(parameter(FROM))
                : new TailStart.After(TailPositions.parse(lastEventId));
    }

    private static TailStart from(@Nullable String from) {
        return switch (from) {
            case null -> new TailStart.Latest();
            case "LATEST" -> new TailStart.Latest();
            case "TRIM_HORIZON" -> new TailStart.Horizon();
            case String number when SEQUENCE_NUMBER.matcher(number).matches() ->
                    new TailStart.At(number);
            case String other ->
                    throw invalid(FROM, other, "TRIM_HORIZON, LATEST or a sequence number");
        };
    }

    private @Nullable String parameter(String name) {
        return http.query().first(name).orElse(null);
    }

    private static void requireKnown(String name) {
        if (!KNOWN.contains(name)) {
            throw ApiException.validation(
                    "Parameter '" + name + "' is not one of from, heartbeat and shard");
        }
    }

    private static ApiException invalid(String name, String value, String expected) {
        return ApiException.validation(
                "Parameter '" + name + "': '" + value + "' is not " + expected);
    }
}
