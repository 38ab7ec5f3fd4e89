package dev.millrace.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/// Requests are signed as the AWS SDK signs them.
class RequestWriterTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String BODY = "{\"TableName\":\"orders\"}";

    private Instant now = NOON;

    @Test
    void requestToATableIsSignedAsTheSdkSignsIt() {
        assertSigned("http://127.0.0.1:8000", Operation.ofTables("PutItem"), null);
    }

    @Test
    void standardPortIsNotPartOfTheHost() {
        assertSigned(
                "https://dynamodb.eu-west-1.amazonaws.com",
                Operation.ofStreams("GetRecords"),
                null);
    }

    @Test
    void sessionTokenIsSigned() {
        assertSigned("http://127.0.0.1:8000", Operation.ofTables("GetItem"), "token+of/session==");
    }

    @Test
    void requestToLambdaIsSignedForItsPath() {
        assertSigned(
                "http://127.0.0.1:8000",
                Operation.ofFunctions("GET", "/2015-03-31/functions/"),
                null);
    }

    @Test
    void signatureFollowsTheClock() {
        RequestWriter writer =
                new RequestWriter(
                        endpoint("http://127.0.0.1:8000", null),
                        Operation.ofTables("PutItem"),
                        () -> now);
        String first = text(writer);
        now = NOON.plusMillis(999);
        assertThat(text(writer)).isEqualTo(first);
        now = NOON.plusSeconds(86_400);
        assertThat(text(writer)).contains("X-Amz-Date: 20261124T120000Z", "/20261124/");
    }

    private void assertSigned(String uri, Operation operation, @Nullable String token) {
        Endpoint endpoint = endpoint(uri, token);
        String request = text(new RequestWriter(endpoint, operation, InstantSource.fixed(NOON)));
        assertThat(header(request, "Authorization")).isEqualTo(expected(endpoint, operation));
        assertThat(request)
                .endsWith("\r\n\r\n" + BODY)
                .contains("Content-Length: " + BODY.length());
    }

    private static String expected(Endpoint endpoint, Operation operation) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.fromValue(operation.method()))
                        .uri(endpoint.uri().resolve(operation.path()))
                        .putHeader("Content-Type", "application/x-amz-json-1.0");
        if (!operation.target().isEmpty()) {
            request.putHeader("X-Amz-Target", operation.target());
        }
        return AwsV4HttpSigner.create()
                .sign(signing ->
                        signing.identity(identity(endpoint.credentials()))
                                .request(request.build())
                                .payload(
                                        (ContentStreamProvider)
                                                () ->
                                                        new ByteArrayInputStream(
                                                                BODY.getBytes(UTF_8)))
                                .putProperty(
                                        AwsV4HttpSigner.SERVICE_SIGNING_NAME, operation.service())
                                .putProperty(AwsV4HttpSigner.REGION_NAME, endpoint.region())
                                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                                .putProperty(
                                        HttpSigner.SIGNING_CLOCK,
                                        Clock.fixed(NOON, ZoneOffset.UTC)))
                .request()
                .firstMatchingHeader("Authorization")
                .orElseThrow();
    }

    private static AwsCredentialsIdentity identity(Credentials credentials) {
        return credentials.token() == null
                ? AwsCredentialsIdentity.create(credentials.keyId(), credentials.secret())
                : AwsSessionCredentialsIdentity.create(
                        credentials.keyId(), credentials.secret(), credentials.token());
    }

    private static Endpoint endpoint(String uri, @Nullable String token) {
        return new Endpoint(
                URI.create(uri), "eu-west-1", new Credentials("AKID", "very secret", token));
    }

    private static String text(RequestWriter writer) {
        ByteBuffer request = writer.write(BODY.getBytes(UTF_8), ByteBuffer.allocate(0));
        return UTF_8.decode(request).toString();
    }

    private static String header(String request, String name) {
        return request.lines()
                .filter(line -> line.startsWith(name + ": "))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 2);
    }
}
