package dev.millrace.server;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// A client for functions and destinations, made when it is first needed: making one reads all the
/// certificates that Java trusts, and most servers never need it.
final class LazyHttpClient implements Supplier<HttpClient> {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private @Nullable HttpClient client;

    @Override
    public synchronized HttpClient get() {
        HttpClient made = client;
        if (made == null) {
            made =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .connectTimeout(CONNECT_TIMEOUT)
                            .executor(Executors.newVirtualThreadPerTaskExecutor())
                            .build();
            client = made;
        }
        return made;
    }
}
