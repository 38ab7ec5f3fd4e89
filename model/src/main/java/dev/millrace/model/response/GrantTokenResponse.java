package dev.millrace.model.response;

/// Says that the token is good for one transaction from now on.
public record GrantTokenResponse() {}
