package dev.millrace.model.value;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;

/// The packed form of a number whose unsigned byte order is the order of the numbers.
///
/// One byte of sign and base-100 exponent (exponent + 64 with the top bit set; all bits flipped for
/// negatives; 0x80 alone for zero), then base-100 digits, each plus one, or 101 minus the digit for
/// negatives, which end in 102 when they have fewer than twenty digits. It is also the form whose
/// hash places a numeric partition key (dynamodb-api reference, section 19).
public final class DecimalBytes {
    private static final int ZERO = 0x80;
    private static final int EXPONENT_BIAS = 64;
    private static final int PAIRS_MAX = 20;
    private static final int NEGATIVE_END = 102;

    private DecimalBytes() {}

    /// The packed bytes of `value`: 1 to 21 of them.
    public static byte[] encode(Decimal value) {
        BigDecimal number = value.number().stripTrailingZeros();
        if (number.signum() == 0) {
            return new byte[] {(byte) ZERO};
        }
        String digits = number.unscaledValue().abs().toString();
        int decimalExponent = digits.length() - number.scale();
        boolean odd = (decimalExponent & 1) != 0;
        String even = (odd ? "0" : "") + digits;
        int exponent = (decimalExponent + (odd ? 1 : 0)) / 2;
        return pack(number.signum() < 0, exponent, even.length() % 2 == 0 ? even : even + "0");
    }

    private static byte[] pack(boolean negative, int exponent, String digits) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(PAIRS_MAX + 1);
        int first = ZERO | (exponent + EXPONENT_BIAS);
        packed.write(negative ? ~first : first);
        for (int i = 0; i < digits.length(); i += 2) {
            int pair = (digits.charAt(i) - '0') * 10 + (digits.charAt(i + 1) - '0');
            packed.write(negative ? 101 - pair : pair + 1);
        }
        if (negative && digits.length() / 2 < PAIRS_MAX) {
            packed.write(NEGATIVE_END);
        }
        return packed.toByteArray();
    }
}
