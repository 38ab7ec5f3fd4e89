package dev.millrace.model.response;

import dev.millrace.model.stream.StreamSummary;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What ListStreams answers.
///
/// @param lastEvaluatedStreamArn null on the last page
public record ListStreamsResponse(
        List<StreamSummary> streams, @Nullable String lastEvaluatedStreamArn) {}
