package dev.millrace.triggers.failure;

import dev.millrace.triggers.batch.Batch;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// When a batch is given up.
///
/// @param retriesMax how often a failed batch is tried again; null for no limit
/// @param recordAgeMax how old a record may be to be sent; null for no limit
/// @param bisects whether a failed batch is halved
public record FailureRules(
        @Nullable Integer retriesMax, @Nullable Duration recordAgeMax, boolean bisects) {
    /// How long a shard is blocked at most where there is no limit: as long as records live
    /// (lambda-esm reference, section 8).
    public static final Duration RECORD_LIFETIME = Duration.ofHours(24);

    /// Whether the batch has failed too often to be tried again.
    public boolean isExhausted(Batch batch) {
        return retriesMax != null && batch.failures() > retriesMax;
    }

    /// Whether the batch, whose invocation failed as a whole, is to be halved rather than repeated.
    public boolean isHalved(Batch batch) {
        return bisects && batch.size() > 1;
    }

    /// How old the records of a batch may be.
    ///
    /// @param isHeldUp whether an invocation of it has come to nothing already
    /// @return null for no limit
    public @Nullable Duration ageMax(boolean isHeldUp) {
        if (recordAgeMax != null) {
            return recordAgeMax;
        }
        return isHeldUp ? RECORD_LIFETIME : null;
    }
}
