package dev.millrace.wire;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.util.Objects;

/// Runs codecs on JSON that tests can read: single quotes stand for double ones.
public final class Wire {
    private Wire() {}

    public static <Q> Q decode(OperationCodec<Q, ?> codec, String json) {
        return codec.decode(input(json));
    }

    public static <R> String encode(OperationCodec<?, R> codec, R response) {
        JsonOutput output = new JsonOutput();
        codec.encode(response, output);
        return new String(output.toByteArray(), UTF_8).replace('"', '\'');
    }

    public static JsonInput input(String json) {
        byte[] body = json.replace('\'', '"').getBytes(UTF_8);
        return new JsonInput(body, 0, body.length);
    }

    /// Code and message of the error that decoding ends with, parted by a blank.
    public static String errorOf(OperationCodec<?, ?> codec, String json) {
        ApiException error = catchThrowableOfType(ApiException.class, () -> decode(codec, json));
        return text(Objects.requireNonNull(error, "decoding ended without an error"));
    }

    public static String text(ApiException error) {
        String code = error.error() == ApiError.VALIDATION ? "" : error.error().code() + " ";
        return code + error.getMessage();
    }
}
