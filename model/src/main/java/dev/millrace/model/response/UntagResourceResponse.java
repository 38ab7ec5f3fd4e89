package dev.millrace.model.response;

/// What UntagResource answers: nothing.
public record UntagResourceResponse() {}
