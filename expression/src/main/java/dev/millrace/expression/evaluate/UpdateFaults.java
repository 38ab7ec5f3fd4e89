package dev.millrace.expression.evaluate;

import dev.millrace.model.error.ApiException;

/// What can be wrong with an update once it meets its item.
final class UpdateFaults {
    private UpdateFaults() {}

    static ApiException wrongType() {
        return ApiException.validation(
                "An operand in the update expression has an incorrect data type");
    }

    static ApiException missingAttribute() {
        return ApiException.validation(
                "The provided expression refers to an attribute that does not exist in the item");
    }

    static ApiException invalidPath() {
        return ApiException.validation(
                "The document path provided in the update expression is invalid for update");
    }

    static ApiException nestedTooDeeply() {
        return ApiException.validation(
                "Nesting Levels have exceeded supported limits: Attributes in the item have nested"
                        + " levels beyond supported limit");
    }
}
