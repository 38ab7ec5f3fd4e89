package dev.millrace.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @Test
    void serviceAndOperationAreReadFromTheHeader() {
        assertThat(Target.parse("DynamoDB_20120810.PutItem"))
                .isEqualTo(new Target(Service.DYNAMODB, "PutItem"));
        assertThat(Target.parse("DynamoDBStreams_20120810.GetRecords"))
                .isEqualTo(new Target(Service.STREAMS, "GetRecords"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ".",
                "PutItem",
                "DynamoDB_20120810",
                "DynamoDB_20120810.",
                "Kinesis.PutItem",
                "DynamoDB_20111205.PutItem",
                "dynamodb_20120810.PutItem"
            })
    void whatNamesNoServiceIsAnUnknownOperation(@Nullable String header) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Target.parse(header))
                .satisfies(e -> assertThat(e.error()).isEqualTo(ApiError.UNKNOWN_OPERATION));
    }
}
