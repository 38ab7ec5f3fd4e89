package dev.millrace.model.response;

/// What GetResourcePolicy answers.
public record GetResourcePolicyResponse(String policy, String revisionId) {}
