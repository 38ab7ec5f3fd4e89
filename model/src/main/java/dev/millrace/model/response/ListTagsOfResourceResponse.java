package dev.millrace.model.response;

import dev.millrace.model.table.Tag;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What ListTagsOfResource answers.
///
/// @param nextToken null if this is the last page
public record ListTagsOfResourceResponse(List<Tag> tags, @Nullable String nextToken) {}
