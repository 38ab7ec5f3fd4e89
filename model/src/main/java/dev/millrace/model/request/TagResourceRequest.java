package dev.millrace.model.request;

import dev.millrace.model.table.Tag;

import java.util.List;

/// Sticks tags on a table; a tag whose key the table has already gets the new value.
public record TagResourceRequest(String resourceArn, List<Tag> tags) {}
