package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Detaches the policy of a table or stream.
///
/// @param expectedRevisionId what the present policy must have; null for any
public record DeleteResourcePolicyRequest(
        String resourceArn, @Nullable String expectedRevisionId) {}
