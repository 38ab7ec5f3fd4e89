package dev.millrace.model.response;

/// What PutResourcePolicy answers.
public record PutResourcePolicyResponse(String revisionId) {}
