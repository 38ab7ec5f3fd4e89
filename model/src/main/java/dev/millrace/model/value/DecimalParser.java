package dev.millrace.model.value;

import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads numbers in the grammar that DynamoDB accepts: sign, digits with an optional point,
/// exponent.
final class DecimalParser {
    private static final Pattern GRAMMAR =
            Pattern.compile("([+-]?)(?:([0-9]+)(\\.[0-9]*)?|(\\.[0-9]+))(?:[eE]([+-]?[0-9]+))?");
    // Longer exponents can neither be valid nor be given to BigDecimal safely.
    private static final int EXPONENT_DIGITS_MAX = 9;
    // Far beyond any number that could be valid without being padded with zeros.
    private static final int LENGTH_MAX = 1_000;

    private DecimalParser() {}

    static Decimal parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            throw notNumeric(text);
        }
        if (text.length() > LENGTH_MAX) {
            throw tooManyDigits();
        }
        String exponent = matcher.group(5);
        if (isBeyondLong(exponent)) {
            throw notNumeric(text);
        }
        BigDecimal mantissa = new BigDecimal(mantissa(matcher));
        if (mantissa.signum() == 0) {
            return zero(mantissa.scale(), exponent);
        }
        return Decimal.of(scaled(mantissa, exponent));
    }

    private static ApiException notNumeric(String text) {
        return ApiException.validation(
                "The parameter cannot be converted to a numeric value: " + text);
    }

    static ApiException tooManyDigits() {
        return ApiException.validation(
                "Attempting to store more than 38 significant digits in a Number");
    }

    static ApiException overflow() {
        return ApiException.validation(
                "Number overflow. Attempting to store a number with magnitude larger than supported"
                        + " range");
    }

    private static String mantissa(Matcher matcher) {
        String whole = matcher.group(2) == null ? "0" : matcher.group(2);
        String fraction = matcher.group(2) == null ? matcher.group(4) : matcher.group(3);
        return matcher.group(1) + whole + (fraction == null ? "" : fraction);
    }

    static ApiException underflow() {
        return ApiException.validation(
                "Number underflow. Attempting to store a number with magnitude smaller than"
                        + " supported range");
    }

    // AWS holds a zero to the range by the exponent it is written with: it refuses 0e126 and
    // 0e-131, and takes 0.0e126 (dynamodb-api reference, section 5; public captures of October
    // 2026).
    private static Decimal zero(int scale, @Nullable String exponent) {
        int written = exponent == null ? 0 : exponentOf(exponent) - scale;
        if (written > Decimal.EXPONENT_MAX) {
            throw overflow();
        }
        if (written < Decimal.EXPONENT_MIN) {
            throw underflow();
        }
        return Decimal.of(0);
    }

    // AWS reads exponents of up to 64 bits.
    private static boolean isBeyondLong(@Nullable String exponent) {
        return exponent != null
                && exponent.length() > EXPONENT_DIGITS_MAX
                && new BigInteger(exponent).bitLength() >= Long.SIZE;
    }

    private static BigDecimal scaled(BigDecimal mantissa, @Nullable String exponent) {
        return exponent == null ? mantissa : mantissa.scaleByPowerOfTen(exponentOf(exponent));
    }

    private static int exponentOf(String exponent) {
        String digits = exponent.replaceFirst("^([+-]?)0+(?=[0-9])", "$1");
        if (digits.length() <= EXPONENT_DIGITS_MAX) {
            return Integer.parseInt(digits);
        }
        return digits.startsWith("-") ? -1_000_000 : 1_000_000;
    }
}
