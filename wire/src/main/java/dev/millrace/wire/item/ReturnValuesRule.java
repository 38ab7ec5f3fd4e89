package dev.millrace.wire.item;

import dev.millrace.wire.shape.Violations;

import java.util.Set;

/// The checks of `ReturnValues`, whose violation has words of its own and a misspelt constant on
/// AWS (dynamodb-api reference, section 13.2).
final class ReturnValuesRule {
    private static final Set<String> RETURN_VALUES =
            Set.of("NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW");

    private ReturnValuesRule() {}

    static void check(String value, String path, Violations violations) {
        if (RETURN_VALUES.contains(value)) {
            return;
        }
        if (violations.isOlder()) {
            violations.addChoice(
                    value,
                    path,
                    "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE,"
                            + " UPDATED_NEW]");
        } else {
            violations.addPresentChoice(
                    "Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW,"
                            + " UPDATE_NEW, NONE]");
        }
    }

    /// What the older rules demand of operations that return an old item or none. By the present
    /// ones the operation itself refuses the other values, after its key.
    static void checkOldOrNone(String value, String path, Violations violations) {
        if (violations.isOlder()
                && RETURN_VALUES.contains(value)
                && !Set.of("NONE", "ALL_OLD").contains(value)) {
            violations.answerOnly("ReturnValues can only be ALL_OLD or NONE");
        }
    }
}
