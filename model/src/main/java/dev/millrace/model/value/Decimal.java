package dev.millrace.model.value;

import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// A DynamoDB number in its normal form: at most 38 significant digits, magnitude 1E-130 to
/// 9.99…E+125, or zero.
///
/// The normal form is plain decimal without exponent, superfluous zeros or sign (`1E3` is `1000`,
/// `-0` is `0`), so two numbers are equal exactly when their texts are.
public final class Decimal implements Comparable<Decimal> {
    /// The largest number of significant digits.
    public static final int DIGITS_MAX = 38;

    static final int EXPONENT_MAX = 125;
    static final int EXPONENT_MIN = -130;
    private static final int SHORT_DIGITS_MAX = 18;

    private final String text;
    private @Nullable BigDecimal number;

    private Decimal(String text, @Nullable BigDecimal number) {
        this.text = text;
        this.number = number;
    }

    /// Reads a number as clients write it, exponents allowed.
    ///
    /// @throws ApiException if it is no number, or outside the digits or the magnitude of DynamoDB
    public static Decimal parse(String text) {
        return isNormalShort(text) ? new Decimal(text, null) : DecimalParser.parse(text);
    }

    /// Reads a number of any magnitude, as AWS does where it uses Java's `BigDecimal`.
    ///
    /// @throws NumberFormatException if it is no number, or its exponent or scale is beyond 32 bits
    public static BigDecimal unbounded(String text) {
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (exponent >= 0) {
            var _ = Integer.parseInt(text, exponent + 1, text.length(), 10);
        }
        return new BigDecimal(text);
    }

    /// The number with this value.
    ///
    /// @throws ApiException if it is outside the digits or the magnitude of DynamoDB
    public static Decimal of(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.signum() == 0) {
            return new Decimal("0", BigDecimal.ZERO);
        }
        requireRange(stripped);
        return new Decimal(stripped.toPlainString(), stripped);
    }

    /// The whole number with this value.
    public static Decimal of(long value) {
        return new Decimal(Long.toString(value), null);
    }

    /// Takes a text that is known to be in normal form, as read back from the store.
    public static Decimal ofNormal(String text) {
        return new Decimal(text, null);
    }

    /// The sum.
    ///
    /// @throws ApiException if it is outside the digits or the magnitude of DynamoDB
    public Decimal plus(Decimal other) {
        return of(number().add(other.number()));
    }

    /// The difference.
    ///
    /// @throws ApiException if it is outside the digits or the magnitude of DynamoDB
    public Decimal minus(Decimal other) {
        return of(number().subtract(other.number()));
    }

    /// The value as a `BigDecimal`.
    public BigDecimal number() {
        BigDecimal known = number;
        if (known == null) {
            known = new BigDecimal(text);
            number = known;
        }
        return known;
    }

    @Override
    public int compareTo(Decimal other) {
        return text.equals(other.text) ? 0 : number().compareTo(other.number());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Decimal that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// The normal form.
    @Override
    public String toString() {
        return text;
    }

    // The common case, a whole number of up to 18 digits already in normal form, needs no
    // arithmetic.
    private static boolean isNormalShort(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - start;
        if (digits < 1 || digits > SHORT_DIGITS_MAX) {
            return false;
        }
        if (text.charAt(start) == '0') {
            return text.length() == 1;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static void requireRange(BigDecimal stripped) {
        if (stripped.precision() > DIGITS_MAX) {
            throw DecimalParser.tooManyDigits();
        }
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (exponent > EXPONENT_MAX) {
            throw DecimalParser.overflow();
        }
        if (exponent < EXPONENT_MIN) {
            throw DecimalParser.underflow();
        }
    }
}
