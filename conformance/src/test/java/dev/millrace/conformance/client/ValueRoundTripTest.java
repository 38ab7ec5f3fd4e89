package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Values of every type, written and read back.
final class ValueRoundTripTest extends ClientTest {
    private static final SdkBytes BYTES = SdkBytes.fromByteArray(new byte[] {0, -1, 7, 127, -128});
    private static final SdkBytes EMPTY = SdkBytes.fromByteArray(new byte[0]);

    ValueRoundTripTest(Storage storage) {
        super(storage);
    }

    @ParameterizedTest
    @MethodSource
    void valueIsReadBackAsItWasWritten(AttributeValue value) {
        assertThat(writtenAndRead(value)).isEqualTo(value);
    }

    static Stream<AttributeValue> valueIsReadBackAsItWasWritten() {
        return Stream.of(
                AttributeValue.fromS("naïve 日本 \uD83D\uDE80 \"\\ \u0000 \n"),
                AttributeValue.fromS(""),
                AttributeValue.fromN("-12.5"),
                AttributeValue.fromB(BYTES),
                AttributeValue.fromB(EMPTY),
                AttributeValue.fromBool(true),
                AttributeValue.fromBool(false),
                AttributeValue.fromNul(true),
                AttributeValue.fromSs(List.of("only")),
                AttributeValue.fromNs(List.of("42")),
                AttributeValue.fromBs(List.of(BYTES)),
                AttributeValue.fromL(List.of()),
                AttributeValue.fromM(Map.of()),
                AttributeValue.fromL(
                        List.of(Items.n(1), Items.s("b"), AttributeValue.fromNul(true))),
                AttributeValue.fromM(
                        Map.of(
                                "list",
                                AttributeValue.fromL(List.of(AttributeValue.fromM(Map.of()))))));
    }

    @ParameterizedTest
    @MethodSource
    void setIsReadBackWithTheSameMembers(AttributeValue value) {
        AttributeValue read = writtenAndRead(value);

        assertThat(read.ss()).containsExactlyInAnyOrderElementsOf(value.ss());
        assertThat(read.ns()).containsExactlyInAnyOrderElementsOf(value.ns());
        assertThat(read.bs()).containsExactlyInAnyOrderElementsOf(value.bs());
    }

    static Stream<AttributeValue> setIsReadBackWithTheSameMembers() {
        return Stream.of(
                AttributeValue.fromSs(List.of("b", "", "a")),
                AttributeValue.fromNs(List.of("10", "-9", "0.5")),
                AttributeValue.fromBs(List.of(BYTES, EMPTY)));
    }

    @ParameterizedTest
    @CsvSource({
        "12345678901234567890123456789012345678, 12345678901234567890123456789012345678",
        "-0.12345678901234567890123456789012345678, -0.12345678901234567890123456789012345678",
        "1E3, 1000",
        "1E-3, 0.001",
        "-0, 0",
        "007.500, 7.5"
    })
    void numberKeepsAllItsDigitsInPlainForm(String written, String read) {
        assertThat(writtenAndRead(AttributeValue.fromN(written)).n()).isEqualTo(read);
    }

    private AttributeValue writtenAndRead(AttributeValue value) {
        String table = newTable();
        tables().putItem(request ->
                request.tableName(table).item(Items.with(Items.key("a"), "value", value)));
        return Items.value(
                tables().getItem(request -> request.tableName(table).key(Items.key("a"))).item(),
                "value");
    }
}
