package dev.millrace.model.response;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.util.List;

/// A request that went beyond the throughput of its table or an index, with the reasons
/// (dynamodb-api reference, section 20).
public final class ThroughputExceededException extends ApiException {
    private static final long serialVersionUID = 1;

    private final transient List<ThrottlingReason> reasons;

    /// An error of this kind with this text.
    public ThroughputExceededException(
            ApiError error, String message, List<ThrottlingReason> reasons) {
        super(error, message);
        this.reasons = reasons;
    }

    /// Every limit that was gone beyond.
    public List<ThrottlingReason> reasons() {
        return reasons;
    }
}
