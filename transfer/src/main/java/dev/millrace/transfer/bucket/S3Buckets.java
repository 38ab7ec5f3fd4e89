package dev.millrace.transfer.bucket;

import dev.millrace.wire.RequestSigner;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The buckets of a service that speaks S3, with buckets in the path.
///
/// @param http gives the client that calls it, once there is something to call it for
/// @param clock what requests are dated with
public record S3Buckets(
        URI endpoint, RequestSigner signer, Supplier<HttpClient> http, InstantSource clock)
        implements Buckets {
    @Override
    public Bucket named(String name) {
        return new S3Bucket(new S3Client(this), name);
    }
}
