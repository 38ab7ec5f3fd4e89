package dev.millrace.model.response;

import org.jspecify.annotations.Nullable;

/// What DeleteResourcePolicy answers.
///
/// @param revisionId of the policy that is gone; null if there was none
public record DeleteResourcePolicyResponse(@Nullable String revisionId) {}
