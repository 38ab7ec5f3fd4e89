package dev.millrace.server.http;

import dev.millrace.engine.operation.StreamTail;
import dev.millrace.engine.operation.StreamTail.Found;
import dev.millrace.model.error.ApiException;
import dev.millrace.server.dispatch.Dispatcher;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.ServerRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// The tail of a stream as server-sent events, at `GET /streams/<stream ARN>/events`: Millrace's
/// own, nothing that a client of AWS would meet.
///
/// Each record is an event whose data is the record as GetRecords writes it, and whose id names the
/// reader's positions in all shards; a client that comes back with it as `Last-Event-ID` misses
/// nothing. The connection's own thread reads a page, writes it, and only then reads on, so a slow
/// client holds up nobody and fills no buffer.
final class StreamEvents {
    private static final String BEFORE_ARN = "/streams/";
    private static final String AFTER_ARN = "/events";

    private final Dispatcher dispatcher;
    private final SlowClientWatch watch;

    StreamEvents(Dispatcher dispatcher, SlowClientWatch watch) {
        this.dispatcher = dispatcher;
        this.watch = watch;
    }

    /// Whether `path` is that of a stream's tail.
    static boolean areAt(String path) {
        return path.startsWith(BEFORE_ARN) && path.endsWith(AFTER_ARN);
    }

    /// Answers with events until all is read, the client goes, or the server stops.
    void send(ServerRequest request, Reply reply) {
        TailQuery query = new TailQuery(request, arn(request.path().path()));
        try (StreamTail tail = dispatcher.open(query.request())) {
            send(tail, query.heartbeat(), reply);
        } catch (ApiException e) {
            reply.refusal(e);
        }
    }

    private void send(StreamTail tail, Duration heartbeat, Reply reply) {
        Found first = tail.next(Duration.ZERO);
        if (first instanceof Found.End) {
            // Tells the client not to come back.
            reply.noContent();
        } else {
            write(tail, first, heartbeat, reply);
        }
    }

    private void write(StreamTail tail, Found first, Duration heartbeat, Reply reply) {
        try (EventWriter events = new EventWriter(reply.events(), watch)) {
            events.comment("open");
            Found found = first;
            while (write(found, events) && !tail.hasEnded()) {
                found = tail.next(heartbeat);
            }
        } catch (IOException | UncheckedIOException | ServerConnectionException e) {
            throw new CloseConnectionException("the reader of a stream has gone", e);
        } catch (ApiException e) {
            throw new CloseConnectionException("the stream is no longer kept", e);
        } catch (RuntimeException e) {
            dispatcher.failures().failed(reply.requestId(), e);
            throw new CloseConnectionException("a stream could not be read on", e);
        }
    }

    // Tells whether there can be more.
    private static boolean write(Found found, EventWriter events) throws IOException {
        switch (found) {
            case Found.Records records -> events.records(records);
            case Found.Nothing() -> events.comment("heartbeat");
            case Found.End() -> events.end();
        }
        return !(found instanceof Found.End);
    }

    private static String arn(String path) {
        return path.substring(BEFORE_ARN.length(), path.length() - AFTER_ARN.length());
    }
}
