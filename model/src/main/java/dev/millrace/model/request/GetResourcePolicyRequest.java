package dev.millrace.model.request;

/// Asks for the policy of a table or stream.
public record GetResourcePolicyRequest(String resourceArn) {}
