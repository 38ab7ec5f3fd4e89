package dev.millrace.transfer.bucket;

import dev.millrace.model.transfer.Failure;

import org.jspecify.annotations.Nullable;

/// That a bucket could not do what it was asked for; trying again does not help.
public final class BucketException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String reason;

    /// @param code as exports and imports show it, for example `S3NoSuchBucket`
    /// @param reason for people
    public BucketException(String code, String reason, @Nullable Throwable cause) {
        super(code + ": " + reason, cause);
        this.code = code;
        this.reason = reason;
    }

    static BucketException noBucket() {
        return new BucketException("S3NoSuchBucket", "The specified bucket does not exist", null);
    }

    static BucketException noKey(String key) {
        return new BucketException("S3NoSuchKey", "The specified key does not exist: " + key, null);
    }

    /// That reading or writing went wrong.
    public static BucketException broken(String reason, @Nullable Throwable cause) {
        return new BucketException("S3InternalError", reason, cause);
    }

    /// The same for those who ask about the export or import.
    public Failure failure() {
        return new Failure(code, reason);
    }
}
