package dev.millrace.model.response;

/// What TagResource answers: nothing.
public record TagResourceResponse() {}
