package dev.millrace.wire.item;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Violations;
import dev.millrace.wire.value.Decoded;
import dev.millrace.wire.value.ValueLayer;
import dev.millrace.wire.value.Values;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The members that the operations of PartiQL share.
final class StatementMembers {
    private static final int STATEMENT_CHARS_MAX = 8_192;

    static final Member<String> STATEMENT =
            Member.<String>of("Statement", StatementArns::read)
                    .required()
                    .rule(Rules.length(1, STATEMENT_CHARS_MAX));
    static final Member<Decoded<List<AttributeValue>>> PARAMETERS =
            Member.<Decoded<List<AttributeValue>>>of("Parameters", Values::values)
                    .rule(StatementMembers::checkNotEmpty);

    private StatementMembers() {}

    /// The values of the parameters, which may be used if there is no [#fault].
    static List<AttributeValue> parameters(Fields fields) {
        Decoded<List<AttributeValue>> parameters = fields.get(PARAMETERS);
        return parameters == null ? List.of() : parameters.values();
    }

    /// The values of the parameters.
    ///
    /// @throws ApiException if one of them is no valid value
    static List<AttributeValue> validParameters(Fields fields) {
        ApiException fault = fault(fields);
        if (fault != null) {
            throw fault;
        }
        return parameters(fields);
    }

    /// What is wrong with the values of the parameters, in the words that AWS has for them; null if
    /// nothing is.
    static @Nullable ApiException fault(Fields fields) {
        Decoded<List<AttributeValue>> parameters = fields.get(PARAMETERS);
        return parameters == null ? null : parameters.fault(ValueLayer.OLDER);
    }

    private static void checkNotEmpty(
            Decoded<List<AttributeValue>> parameters, String path, Violations violations) {
        if (parameters.values().isEmpty()) {
            violations.add("[]", path, "Member must have length greater than or equal to 1");
        }
    }
}
