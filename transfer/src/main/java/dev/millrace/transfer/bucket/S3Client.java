package dev.millrace.transfer.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/// Sends signed requests to the service, each up to a few times, with a longer pause each time.
record S3Client(S3Buckets service) {
    private static final int ATTEMPTS = 4;
    private static final int TOO_MANY_REQUESTS = 429;

    // What is sent has a time of its own, by its size: nothing tells how far it has come.
    private static final long SENT_BYTES_A_SECOND_MIN = 256 * 1024;
    private static final int ANSWER_BYTES_MAX = 16_384;

    /// Sends a request and gives the answer's body, which must be closed.
    ///
    /// @param pathAndQuery in the form in which they are signed
    /// @param sha256 of the body
    /// @throws BucketException if it is refused, or nobody answers
    InputStream send(String method, String pathAndQuery, BodyPublisher body, String sha256) {
        IOException last = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                HttpResponse<InputStream> answer = sendOnce(method, pathAndQuery, body, sha256);
                if (!isWorthRepeating(answer.statusCode()) || attempt == ATTEMPTS) {
                    return requireTaken(answer);
                }
                answer.body().close();
            } catch (IOException e) {
                last = e;
            }
            if (attempt < ATTEMPTS) {
                rest(attempt);
            }
        }
        throw BucketException.broken("no answer from the service of the bucket", last);
    }

    private static boolean isWorthRepeating(int status) {
        return status / 100 == 5 || status == TOO_MANY_REQUESTS;
    }

    private HttpResponse<InputStream> sendOnce(
            String method, String pathAndQuery, BodyPublisher body, String sha256)
            throws IOException {
        URI uri = service.endpoint().resolve(pathAndQuery);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(timeout(body)).method(method, body);
        service.signer()
                .sign(method, uri, "s3", Map.of(), sha256, service.clock().instant())
                .forEach(request::header);
        try {
            return service.http()
                    .get()
                    .send(request.build(), _ -> new ArrivingBody(service.patience()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Duration timeout(BodyPublisher body) {
        return service.patience()
                .plusSeconds(Math.max(0, body.contentLength()) / SENT_BYTES_A_SECOND_MIN);
    }

    private void rest(int repeat) {
        try {
            service.pause().beforeRepeat(repeat);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static BucketException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return BucketException.broken("interrupted", cause);
    }

    private static InputStream requireTaken(HttpResponse<InputStream> answer) throws IOException {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return answer.body();
        }
        String text;
        try (InputStream body = answer.body()) {
            text = new String(body.readNBytes(ANSWER_BYTES_MAX), UTF_8);
        }
        throw switch (status) {
            case 404 ->
                    text.contains("NoSuchKey")
                            ? BucketException.noKey(answer.uri().getPath())
                            : BucketException.noBucket();
            case 403 -> new BucketException("S3AccessDenied", "Access Denied", null);
            default -> BucketException.broken("status " + status + " from the service", null);
        };
    }
}
