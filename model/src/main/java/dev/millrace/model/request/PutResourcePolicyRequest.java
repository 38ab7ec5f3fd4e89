package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Attaches a policy to a table or stream.
///
/// @param policy a document in JSON, up to 20,480 bytes
/// @param expectedRevisionId what the present policy must have, `NO_POLICY` for that there is none;
///   null for any
public record PutResourcePolicyRequest(
        String resourceArn, String policy, @Nullable String expectedRevisionId) {}
