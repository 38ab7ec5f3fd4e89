package dev.millrace.transfer.bucket;

import dev.millrace.wire.RequestSigner;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The buckets of a service that speaks S3, with buckets in the path.
///
/// @param http gives the client that calls it, once there is something to call it for
/// @param clock what requests are dated with
/// @param pause before a request is repeated
/// @param patience how long an answer, or the next piece of one, may take
public record S3Buckets(
        URI endpoint,
        RequestSigner signer,
        Supplier<HttpClient> http,
        InstantSource clock,
        Pause pause,
        Duration patience)
        implements Buckets {
    /// How long a service may be silent.
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public Bucket named(String name) {
        return new S3Bucket(new S3Client(this), name);
    }
}
