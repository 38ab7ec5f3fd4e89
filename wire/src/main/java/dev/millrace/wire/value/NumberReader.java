package dev.millrace.wire.value;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Decimal;
import dev.millrace.wire.shape.Echo;

import java.math.BigDecimal;
import java.util.function.Consumer;

/// Reads the texts of numbers, and tells what is wrong with one as each layer does.
///
/// The older layer reads a number as Java's `BigDecimal` does: an exponent beyond 32 bits makes it
/// no number, and one at their end wraps from overflow to underflow.
final class NumberReader {
    private static final String NOT_NUMERIC =
            "The parameter cannot be converted to a numeric value";
    private static final String UNDERFLOW =
            "Number underflow. Attempting to store a number with magnitude smaller than supported"
                    + " range";

    private NumberReader() {}

    /// The number that `text` is, or another one after `faults` has taken what is wrong with it.
    static Decimal read(String text, Consumer<ValueFault> faults) {
        try {
            return Decimal.parse(text);
        } catch (ApiException error) {
            String message = Echo.of(String.valueOf(error.getMessage()));
            faults.accept(ValueFault.counted(message, older(text, message)));
            return Decimal.of(0);
        }
    }

    private static String older(String text, String message) {
        if (text.isEmpty()) {
            return NOT_NUMERIC;
        }
        if (!message.startsWith("Number ")) {
            return message;
        }
        try {
            BigDecimal number = Decimal.unbounded(text);
            boolean wraps = (long) number.precision() - number.scale() > Integer.MAX_VALUE;
            return wraps ? UNDERFLOW : message;
        } catch (NumberFormatException _) {
            return NOT_NUMERIC + ": " + Echo.of(text);
        }
    }
}
