package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import java.math.BigDecimal;

/// Arithmetic of update expressions (source: dynamodb-api reference, sections 4 and 5).
final class ReferenceNumbers {
    private static final int DIGITS_MAX = 38;
    private static final int EXPONENT_MAX = 125;
    private static final int EXPONENT_MIN = -130;

    private ReferenceNumbers() {}

    /// The sum of two numbers.
    ///
    /// @throws ApiException if it has more than 38 digits or is too large or too small
    static AttributeValue sum(Decimal left, Decimal right) {
        return checked(left.number().add(right.number()));
    }

    /// The difference of two numbers.
    ///
    /// @throws ApiException if it has more than 38 digits or is too large or too small
    static AttributeValue difference(Decimal left, Decimal right) {
        return checked(left.number().subtract(right.number()));
    }

    private static AttributeValue checked(BigDecimal exact) {
        if (exact.signum() == 0) {
            return new AttributeValue.N(Decimal.ofNormal("0"));
        }
        BigDecimal number = exact.stripTrailingZeros();
        int exponent = number.precision() - number.scale() - 1;
        boolean fits = exponent <= EXPONENT_MAX && exponent >= EXPONENT_MIN;
        if (!fits || number.precision() > DIGITS_MAX) {
            throw ApiException.validation("The result is no number that DynamoDB can hold");
        }
        return new AttributeValue.N(Decimal.ofNormal(number.toPlainString()));
    }
}
