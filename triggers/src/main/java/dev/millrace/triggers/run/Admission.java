package dev.millrace.triggers.run;

import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.mapping.LambdaErrors;
import dev.millrace.triggers.mapping.MappingChecks;
import dev.millrace.triggers.mapping.StartingPosition;

import java.util.List;

/// Decides whether a mapping can be what a client wants it to be.
final class Admission {
    private final Surroundings surroundings;

    Admission(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Checks everything about a mapping but its stream.
    ///
    /// @throws ApiException for the first thing that is wrong
    void require(EventSourceMapping mapping) {
        var function = mapping.function();
        if (surroundings.functions().find(function.name(), function.qualifier()) == null) {
            throw LambdaErrors.functionNotFound();
        }
        MappingChecks.require(mapping.settings());
        MappingChecks.require(mapping.tags());
        String destination = mapping.settings().destination();
        if (destination != null) {
            surroundings.destinations().find(destination);
        }
    }

    /// The checkpoints that a new mapping begins with.
    ///
    /// @throws ApiException if there is no such stream
    List<DocumentChange> beginnings(EventSourceMapping mapping) {
        StreamShards stream = stream(mapping.eventSourceArn());
        StartingPosition position = mapping.startingPosition();
        return new Checkpoints(surroundings.operations(), mapping.uuid())
                .beginnings(mapping.eventSourceArn(), stream.shards(), position);
    }

    private StreamShards stream(String streamArn) {
        try {
            return StreamShards.of(streamArn, surroundings.operations());
        } catch (ApiException e) {
            throw e.error() == ApiError.RESOURCE_NOT_FOUND
                    ? LambdaErrors.streamNotFound(streamArn)
                    : e;
        }
    }
}
