package dev.millrace.triggers.mapping;

import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.function.FunctionName;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Violations;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;

/// The bodies of the requests about mappings, read and checked for their form.
public final class MappingRequests {
    private static final String AT_TIMESTAMP = "AT_TIMESTAMP";
    private static final String NOT_NULL =
            "' failed to satisfy constraint: Member must not be null";

    private MappingRequests() {}

    /// Reads the body of CreateEventSourceMapping.
    ///
    /// @throws ApiException for the first thing that is wrong with it
    public static NewMapping create(JsonInput body) {
        Fields fields = MappingMembers.REQUEST.decode(body);
        FunctionName function = function(fields);
        if (function == null) {
            throw ApiException.validation(
                    Violations.enveloped("Value null at 'functionName" + NOT_NULL));
        }
        String source = fields.get(MappingMembers.EVENT_SOURCE_ARN);
        if (source == null || !source.matches("arn:aws[a-z-]*:dynamodb:.*:table/.*/stream/.*")) {
            throw LambdaErrors.invalid("Unrecognized event source.");
        }
        return new NewMapping(
                function,
                source,
                position(fields, source),
                MappingMembers.settings(fields, MappingSettings.DEFAULTS),
                fields.orElse(MappingMembers.TAGS, Map.of()));
    }

    /// Reads the body of UpdateEventSourceMapping.
    ///
    /// @throws ApiException for the first thing that is wrong with it
    public static MappingUpdate update(JsonInput body) {
        Fields fields = MappingMembers.REQUEST.decode(body);
        return new MappingUpdate(
                function(fields), present -> MappingMembers.settings(fields, present));
    }

    /// Reads the body of TagResource.
    ///
    /// @throws ApiException for the first thing that is wrong with it
    public static Map<String, String> tags(JsonInput body) {
        Fields fields = MappingMembers.REQUEST.decode(body);
        return Objects.requireNonNullElse(fields.get(MappingMembers.TAGS), Map.of());
    }

    private static @Nullable FunctionName function(Fields fields) {
        String name = fields.get(MappingMembers.FUNCTION_NAME);
        return name == null
                ? null
                : FunctionName.parse(name).orElseThrow(LambdaErrors::functionNotFound);
    }

    private static StartingPosition position(Fields fields, String source) {
        String position = fields.get(MappingMembers.STARTING_POSITION);
        if (position == null) {
            throw LambdaErrors.invalid(
                    Violations.enveloped("Value null at 'startingPosition" + NOT_NULL + "."));
        }
        if (position.equals(AT_TIMESTAMP)) {
            throw LambdaErrors.invalid("Unsupported starting position for arn type: " + source);
        }
        return StartingPosition.valueOf(position);
    }
}
