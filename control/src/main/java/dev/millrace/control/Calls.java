package dev.millrace.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.wire.JsonOutput;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;

/// Requests to a control port, and the bodies of their answers.
///
/// @param endpoint the control port, for example `http://127.0.0.1:8010`
record Calls(HttpClient http, URI endpoint) {
    private static final int OK = 200;

    byte[] get(String path, Map<String, String> parameters) {
        String query =
                parameters.entrySet().stream()
                        .map(each ->
                                each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
        return send(HttpRequest.newBuilder(endpoint.resolve(path + query)));
    }

    /// Posts members that are texts, and one that is a number unless it is negative.
    byte[] post(String path, Map<String, String> members, int calls) {
        JsonOutput body = new JsonOutput();
        body.document(() -> {
            members.forEach(body::text);
            if (calls >= 0) {
                body.whole("calls", calls);
            }
        });
        return send(
                HttpRequest.newBuilder(endpoint.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    byte[] delete(String path) {
        return send(HttpRequest.newBuilder(endpoint.resolve(path)).DELETE());
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new ControlException(
                        answer.statusCode(), Answers.text(answer.body(), "error"));
            }
            return answer.body();
        } catch (IOException e) {
            throw new ControlException("the control port could not be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlException(0, "the call was interrupted");
        }
    }
}
