package dev.millrace.model.value;

import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
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
        if (text.isEmpty() || !matcher.matches()) {
            throw ApiException.validation(
                    "The parameter cannot be converted to a numeric value"
                            + (text.isEmpty() ? "" : ": " + text));
        }
        if (text.length() > LENGTH_MAX) {
            throw tooManyDigits();
        }
        String exponent = matcher.group(5);
        boolean hasFraction = matcher.group(3) != null || matcher.group(4) != null;
        BigDecimal mantissa = new BigDecimal(mantissa(matcher));
        if (mantissa.signum() == 0) {
            return zero(exponent, hasFraction);
        }
        return Decimal.of(scaled(mantissa, exponent));
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

    // AWS refuses 0e126 and takes 0.0e126 (dynamodb-api reference, section 5).
    private static Decimal zero(@Nullable String exponent, boolean hasFraction) {
        if (exponent != null && !hasFraction && exponentOf(exponent) > Decimal.EXPONENT_MAX) {
            throw overflow();
        }
        return Decimal.of(0);
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
