package dev.millrace.triggers.run;

import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.mapping.LambdaErrors;
import dev.millrace.triggers.mapping.MappingChecks;
import dev.millrace.triggers.mapping.MappingUpdate;
import dev.millrace.triggers.mapping.NewMapping;
import dev.millrace.triggers.mapping.StartingPosition;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// Makes mappings of what clients ask for, and decides whether they can be.
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
        MappingChecks.require(mapping);
        String destination = mapping.settings().destination();
        if (destination != null) {
            surroundings.destinations().find(destination);
        }
    }

    /// Checks that no other mapping has the same stream and function.
    ///
    /// @throws ApiException if one has
    void requireUnique(EventSourceMapping mapping, Collection<EventSourceMapping> all) {
        for (EventSourceMapping other : all) {
            if (!other.uuid().equals(mapping.uuid())
                    && other.eventSourceArn().equals(mapping.eventSourceArn())
                    && other.function().equals(mapping.function())) {
                throw LambdaErrors.conflict(
                        mapping.eventSourceArn(),
                        surroundings.names().functionArn(mapping.function()),
                        other.uuid());
            }
        }
    }

    /// The mapping that is asked for.
    EventSourceMapping made(NewMapping asked) {
        return new EventSourceMapping(
                surroundings.newId(),
                asked.eventSourceArn(),
                asked.function(),
                asked.startingPosition(),
                asked.settings(),
                surroundings.clock().instant(),
                asked.tags());
    }

    /// What an update makes of a mapping.
    EventSourceMapping changed(EventSourceMapping before, MappingUpdate update) {
        return before.with(
                Objects.requireNonNullElse(update.function(), before.function()),
                update.settings().apply(before.settings()),
                surroundings.clock().instant());
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
