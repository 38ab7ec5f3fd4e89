package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.model.request.ListStreamsRequest;
import dev.millrace.model.response.ListStreamsResponse;
import dev.millrace.model.stream.StreamSummary;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Lists streams in the order of their ARNs, also disabled ones and those of deleted tables. The
/// ARN to start behind need not exist, and a table without streams gives an empty list.
public final class ListStreams implements Operation<ListStreamsRequest, ListStreamsResponse> {
    private final StreamAccess access;

    public ListStreams(StreamAccess access) {
        this.access = access;
    }

    @Override
    public ListStreamsResponse execute(ListStreamsRequest request) {
        access.limits().countListStreams();
        CatalogState state = access.catalog().state();
        String start = Objects.requireNonNullElse(request.exclusiveStartStreamArn(), "");
        List<StreamSummary> streams =
                state.streamArnsAfter(start).stream()
                        .map(state::stream)
                        .flatMap(Optional::stream)
                        .map(StreamShards::stream)
                        .filter(stream -> isWanted(stream, request))
                        .limit(request.limit() + 1L)
                        .map(ListStreams::summary)
                        .toList();
        if (streams.size() <= request.limit()) {
            return new ListStreamsResponse(streams, null);
        }
        List<StreamSummary> page = streams.subList(0, request.limit());
        return new ListStreamsResponse(page, page.getLast().streamArn());
    }

    private static boolean isWanted(Stream stream, ListStreamsRequest request) {
        return request.tableName() == null || stream.tableName().equals(request.tableName());
    }

    private static StreamSummary summary(Stream stream) {
        return new StreamSummary(stream.arn(), stream.tableName(), stream.label());
    }
}
