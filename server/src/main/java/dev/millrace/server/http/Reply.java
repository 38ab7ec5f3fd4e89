package dev.millrace.server.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.server.dispatch.Answer;
import dev.millrace.server.dispatch.RestAnswer;
import dev.millrace.wire.Crc32;
import dev.millrace.wire.ErrorBody;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.OutputStream;

/// The response to one request, with the headers that every response carries.
///
/// @param requestId the id that the response carries
/// @param watch watches how long the client takes to receive it
record Reply(
        ServerRequest request, ServerResponse response, String requestId, SlowClientWatch watch) {

    private static final byte[] UNKNOWN_OPERATION =
            "<UnknownOperationException/>\n".getBytes(US_ASCII);
    private static final byte[] EMPTY = {};
    private static final Status HEADERS_TOO_LARGE =
            Status.create(431, "Request Header Fields Too Large");

    /// Sends the answer of the dispatcher.
    void answer(Answer answer, String contentType) {
        response.header(HeaderNames.CONTENT_TYPE, contentType);
        send(Status.create(answer.status()), answer.bytes(), answer.length());
    }

    /// Refuses a request that is none of AWS's.
    void refusal(ApiException error) {
        response.header(HeaderNames.CONTENT_TYPE, ApiHeaders.JSON);
        byte[] body = ErrorBody.of(error);
        boolean missing = error.error() == ApiError.RESOURCE_NOT_FOUND;
        send(missing ? Status.NOT_FOUND_404 : Status.BAD_REQUEST_400, body, body.length);
    }

    /// Refuses a request whose body there is no memory for.
    void refusal(ApiException error, RequestBody body, String contentType) {
        discard(body);
        answer(Answer.of(error), contentType);
    }

    /// The same for Lambda's API.
    void answer(RestAnswer answer, RequestBody body) {
        discard(body);
        answer(answer);
    }

    /// Refuses a request with too many headers, and hears no more from that client.
    void tooManyHeaders() {
        response.header(HeaderValues.CONNECTION_CLOSE);
        send(HEADERS_TOO_LARGE, EMPTY, 0);
    }

    /// Sends that there is nothing to send.
    void noContent() {
        send(Status.NO_CONTENT_204, EMPTY, 0);
    }

    /// Begins a response that goes on for long, written piece by piece.
    OutputStream events() {
        response.status(Status.OK_200);
        allowOrigin();
        response.header(ApiHeaders.REQUEST_ID, requestId);
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        return response.outputStream();
    }

    /// Sends the answer of Lambda's API.
    void answer(RestAnswer answer) {
        response.header(HeaderNames.CONTENT_TYPE, ApiHeaders.JSON);
        if (answer.errorType() != null) {
            response.header(ApiHeaders.ERROR_TYPE, answer.errorType());
        }
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        Answer body = answer.answer();
        send(Status.create(answer.status()), body.bytes(), body.length());
    }

    /// Sends a text.
    void text(String text) {
        response.header(HeaderValues.CONTENT_TYPE_TEXT_PLAIN);
        byte[] body = text.getBytes(US_ASCII);
        send(Status.OK_200, body, body.length);
    }

    /// Sends what a look at the server's health found.
    void health(Health health) {
        response.header(HeaderNames.CONTENT_TYPE, ApiHeaders.JSON);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        byte[] body = health.json();
        send(Status.create(health.status()), body, body.length);
    }

    /// Sends what a method or content type is answered with that the protocol does not know.
    void unknownOperation() {
        send(Status.NOT_FOUND_404, UNKNOWN_OPERATION, UNKNOWN_OPERATION.length);
    }

    /// Allows the browser whatever it asks for.
    void preflight() {
        echo(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS, HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS);
        echo(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD, HeaderNames.ACCESS_CONTROL_ALLOW_METHODS);
        response.header(ApiHeaders.PREFLIGHT_AGE);
        send(Status.OK_200, EMPTY, 0);
    }

    /// Refuses a body that is too large.
    void tooLarge(RequestBody body) {
        discard(body);
        send(Status.REQUEST_ENTITY_TOO_LARGE_413, EMPTY, 0);
    }

    private void discard(RequestBody body) {
        if (!body.discard()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
    }

    private void echo(HeaderName asked, HeaderName allowed) {
        request.headers().first(asked).ifPresent(value -> response.header(allowed, value));
    }

    private void send(Status status, byte[] body, int length) {
        response.status(status);
        allowOrigin();
        response.header(ApiHeaders.REQUEST_ID, requestId);
        response.header(ApiHeaders.CRC32, Long.toString(Crc32.of(body, 0, length)));
        watch.begin();
        response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(length));
        response.send(body, 0, isHead() ? 0 : length);
        watch.end();
        if (isLast()) {
            // The web server says that it will close the connection, but leaves it to the client.
            throw new CloseConnectionException("this was the last response");
        }
    }

    private void allowOrigin() {
        if (request.headers().contains(HeaderNames.ORIGIN)) {
            response.header(ApiHeaders.ANY_ORIGIN);
        }
    }

    private boolean isHead() {
        return request.prologue().method().equals(Method.HEAD);
    }

    private boolean isLast() {
        return request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)
                || response.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
    }
}
