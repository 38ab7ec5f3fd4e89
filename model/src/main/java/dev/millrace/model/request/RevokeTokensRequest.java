package dev.millrace.model.request;

/// Asks to take granted tokens back.
///
/// @param kind of the documents that the transactions with these tokens write
/// @param keyPrefix what the keys of these documents begin with
public record RevokeTokensRequest(String kind, String keyPrefix) {}
