package dev.millrace.model.request;

import java.util.List;

/// Takes tags off a table; keys that it has not are passed over.
public record UntagResourceRequest(String resourceArn, List<String> tagKeys) {}
