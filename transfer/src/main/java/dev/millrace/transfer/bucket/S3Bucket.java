package dev.millrace.transfer.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/// A bucket of a service that speaks S3.
record S3Bucket(S3Client client, String name) implements Bucket {
    @Override
    public List<StoredObject> list(String prefix, @Nullable String after) {
        // The order is that of the signature.
        String query =
                "?encoding-type=url&list-type=2&max-keys="
                        + PAGE_MAX
                        + "&prefix="
                        + PercentEncoding.of(prefix)
                        + (after == null ? "" : "&start-after=" + PercentEncoding.of(after));
        try (InputStream answer =
                client.send("GET", "/" + name + query, BodyPublishers.noBody(), hash())) {
            return S3Listing.objects(new String(answer.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw BucketException.broken("the list of objects broke off", e);
        }
    }

    @Override
    public InputStream open(String key) {
        return client.send("GET", path(key), BodyPublishers.noBody(), hash());
    }

    @Override
    public void put(String key, byte[] content) {
        close(
                client.send(
                        "PUT",
                        path(key),
                        BodyPublishers.ofByteArray(content),
                        Hashes.hex(Hashes.sha256().digest(content))));
    }

    @Override
    public void put(String key, StagedFile file) {
        try {
            close(client.send("PUT", path(key), BodyPublishers.ofFile(file.path()), file.sha256()));
        } catch (FileNotFoundException e) {
            throw BucketException.broken("a file that was to be sent is gone", e);
        }
    }

    private static void close(InputStream answer) {
        try {
            answer.close();
        } catch (IOException e) {
            throw BucketException.broken("the answer broke off", e);
        }
    }

    private static String hash() {
        return Hashes.hex(Hashes.sha256().digest());
    }

    private String path(String key) {
        return "/" + name + "/" + PercentEncoding.ofPath(key);
    }
}
