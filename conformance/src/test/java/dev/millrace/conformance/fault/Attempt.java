package dev.millrace.conformance.fault;

import java.util.List;

/// A write of some keys, all with one version, in one transaction.
///
/// @param version that which it leaves; 0 deletes
/// @param sent the moment before it was sent, in entries of the disk's journal
/// @param acknowledged the moment after its answer came; [#NEVER] if it was refused or has none
record Attempt(List<String> keys, long version, long sent, long acknowledged) {
    static final long NEVER = Long.MAX_VALUE;

    boolean isAcknowledgedBy(long moment) {
        return acknowledged <= moment && acknowledged != NEVER;
    }
}
