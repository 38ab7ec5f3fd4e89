package dev.millrace.transfer.job;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// The tokens by which clients tell a request that they repeat from a new one.
public final class ClientTokens {
    /// How long a request with the same token is the same request.
    static final Duration LIFETIME = Duration.ofHours(8);

    private ClientTokens() {}

    /// The job that a request with this token has begun already; null if there is none.
    ///
    /// @param tokenOf the token that a job was begun with
    /// @param startOf when it was begun
    public static <J> @Nullable J find(
            List<J> all,
            @Nullable String token,
            Instant now,
            Function<J, @Nullable String> tokenOf,
            Function<J, Instant> startOf) {
        if (token == null) {
            return null;
        }
        Instant since = now.minus(LIFETIME);
        for (J job : all) {
            if (Objects.equals(tokenOf.apply(job), token) && startOf.apply(job).isAfter(since)) {
                return job;
            }
        }
        return null;
    }
}
