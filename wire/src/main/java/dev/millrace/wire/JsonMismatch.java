package dev.millrace.wire;

import com.fasterxml.jackson.core.JsonToken;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

/// The texts of AWS for JSON of the wrong type (dynamodb-api reference, section 3).
final class JsonMismatch {
    private static final String SHAPES = "com.amazonaws.dynamodb.v20120810.";

    private JsonMismatch() {}

    static ApiException broken() {
        return new ApiException(ApiError.SERIALIZATION, null);
    }

    static ApiException of(String message) {
        return new ApiException(ApiError.SERIALIZATION, message);
    }

    static ApiException scalar(JsonToken found, String type) {
        return isContainer(found)
                ? container(found, "class java.lang." + type)
                : of(kind(found) + " cannot be converted to " + type);
    }

    static ApiException truth(JsonToken found) {
        return found == JsonToken.VALUE_STRING
                ? of("Unexpected token received from parser")
                : scalar(found, "Boolean");
    }

    static ApiException binary(JsonToken found) {
        return isContainer(found)
                ? container(found, "class java.nio.ByteBuffer")
                : of("only base-64-encoded strings are convertible to bytes");
    }

    static ApiException list(JsonToken found) {
        return isContainer(found) ? container(found, "") : of("Unexpected field type");
    }

    static ApiException map(JsonToken found, String valueShape) {
        return isContainer(found)
                ? container(found, "java.util.Map<java.lang.String, " + qualified(valueShape) + ">")
                : of("Unexpected field type");
    }

    static ApiException structure(JsonToken found, String shape) {
        return isContainer(found)
                ? container(found, "class " + qualified(shape))
                : of("Unexpected field type");
    }

    static ApiException element(JsonToken found, String shape) {
        return isContainer(found)
                ? container(found, "class " + qualified(shape))
                : of("Unexpected value type in payload");
    }

    private static ApiException container(JsonToken found, String expected) {
        return found == JsonToken.START_ARRAY
                ? of("Unrecognized collection type " + expected)
                : of("Start of structure or map found where not expected");
    }

    private static boolean isContainer(JsonToken token) {
        return token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT;
    }

    private static String qualified(String shape) {
        return shape.indexOf('.') < 0 ? SHAPES + shape : shape;
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT -> "NUMBER_VALUE";
            case VALUE_NUMBER_FLOAT -> "DECIMAL_VALUE";
            case VALUE_TRUE -> "TRUE_VALUE";
            case VALUE_FALSE -> "FALSE_VALUE";
            default -> "STRING_VALUE";
        };
    }
}
