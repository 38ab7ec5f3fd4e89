package dev.millrace.expression.legacy;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.millrace.expression.notation.Notation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.LegacyCondition;
import dev.millrace.model.request.LegacyOperator;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Short ways to make legacy parameters in tests.
final class Given {
    private Given() {}

    /// The values, parted by semicolons.
    static List<AttributeValue> values(@Nullable String values) {
        return values == null
                ? List.of()
                : Arrays.stream(values.split(";")).map(Notation::value).toList();
    }

    static LegacyCondition condition(String operator, @Nullable String values) {
        return new LegacyCondition(LegacyOperator.valueOf(operator), values(values));
    }

    static String faultOf(Runnable step) {
        ApiException fault = catchThrowableOfType(ApiException.class, step::run);
        return String.valueOf(Objects.requireNonNull(fault, "there was no fault").getMessage());
    }
}
