package dev.millrace.wire.item;

import dev.millrace.wire.shape.Violations;

import java.util.Set;

/// The check of `ReturnValues`, whose violation has words of its own and a misspelt constant on AWS
/// (dynamodb-api reference, section 13.2).
final class ReturnValuesRule {
    private static final Set<String> RETURN_VALUES =
            Set.of("NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW");

    private ReturnValuesRule() {}

    static void check(String value, String path, Violations violations) {
        if (!RETURN_VALUES.contains(value)) {
            violations.addChoice(
                    "Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD,"
                            + " UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]");
        }
    }
}
