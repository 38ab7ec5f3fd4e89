package dev.millrace.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.error.ApiException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class DecimalTest {
    private static final long SEED = 20261122;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.000, 0",
        "+7, 7",
        "007, 7",
        "-007, -7",
        "1.0, 1",
        "1E3, 1000",
        "1e-3, 0.001",
        ".5, 0.5",
        "5., 5",
        "1.500, 1.5",
        "-1.50E+1, -15",
        "0.0e126, 0",
        "123456789012345678901234567890, 123456789012345678901234567890"
    })
    void writesNumbersInNormalForm(String written, String normal) {
        assertThat(Decimal.parse(written)).hasToString(normal);
    }

    @Test
    void writesHugeMagnitudesWithoutExponent() {
        assertThat(Decimal.parse("1E125")).hasToString("1" + "0".repeat(125));
        assertThat(Decimal.parse("1E-130")).hasToString("0." + "0".repeat(129) + "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "1a",
                "0x1F",
                "NaN",
                "Infinity",
                " 1",
                "1 ",
                "--1",
                "1e",
                ".",
                "",
                "1e9223372036854775808"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> Decimal.parse(text))
                .isInstanceOf(ApiException.class)
                .hasMessage("The parameter cannot be converted to a numeric value: " + text);
    }

    @Test
    void takes38DigitsAndRefuses39() {
        String digits = "9".repeat(38);
        assertThat(Decimal.parse(digits)).hasToString(digits);
        assertThat(Decimal.parse(digits + "000")).hasToString(digits + "000");
        assertThatThrownBy(() -> Decimal.parse(digits + "9"))
                .hasMessage("Attempting to store more than 38 significant digits in a Number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E126", "-1E126", "0e126", "0.0e127", "1e999999999999"})
    void refusesMagnitudesAboveTheRange(String text) {
        assertThatThrownBy(() -> Decimal.parse(text)).hasMessageStartingWith("Number overflow.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E-131", "-9.9E-131", "0e-131", "1e-999999999999"})
    void refusesMagnitudesBelowTheRange(String text) {
        assertThatThrownBy(() -> Decimal.parse(text)).hasMessageStartingWith("Number underflow.");
    }

    @Test
    void refusesResultsWithMoreThan38Digits() {
        Decimal big = Decimal.parse("1E40");
        assertThatThrownBy(() -> big.plus(Decimal.of(1)))
                .hasMessage("Attempting to store more than 38 significant digits in a Number");
        assertThat(big.minus(big)).isEqualTo(Decimal.of(0));
    }

    @Test
    void packedBytesSortAsTheNumbersDo() {
        List<Decimal> numbers = randomNumbers();
        for (Decimal left : numbers) {
            for (Decimal right : numbers) {
                int bytes =
                        Arrays.compareUnsigned(
                                DecimalBytes.encode(left), DecimalBytes.encode(right));
                assertThat(Integer.signum(bytes))
                        .as("seed %d: %s and %s", SEED, left, right)
                        .isEqualTo(left.number().compareTo(right.number()));
            }
        }
    }

    private static List<Decimal> randomNumbers() {
        Random random = new Random(SEED);
        return random.ints(300, 1, 39)
                .mapToObj(digits -> {
                    BigInteger unscaled =
                            new BigInteger("9".repeat(digits))
                                    .min(new BigInteger(digits * 3, random));
                    int scale = random.nextInt(-80, 80);
                    BigDecimal value = new BigDecimal(unscaled, scale);
                    return Decimal.of(random.nextBoolean() ? value : value.negate());
                })
                .toList();
    }
}
