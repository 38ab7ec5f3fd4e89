package dev.millrace.wire.value;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.shape.Echo;
import dev.millrace.wire.shape.Violations;

/// What is wrong with an attribute value.
///
/// @param text what is wrong
/// @param enveloped whether the text stands behind the count of validation errors (dynamodb-api
///   reference, section 13.2, envelope rule)
record ValueFault(String text, boolean enveloped) {
    private static final String INVALID = "One or more parameter values were invalid: ";

    static final ValueFault EMPTY =
            bare(
                    "Supplied AttributeValue is empty, must contain exactly one of the supported"
                            + " datatypes");
    static final ValueFault SEVERAL_TYPES =
            bare(
                    "Supplied AttributeValue has more than one datatypes set, must contain exactly"
                            + " one of the supported datatypes");
    static final ValueFault NULL_FALSE =
            enveloped(INVALID + "Null attribute value types must have the value of true");
    static final ValueFault EMPTY_STRING_SET =
            enveloped(INVALID + "An string set  may not be empty");
    static final ValueFault EMPTY_NUMBER_SET =
            enveloped(INVALID + "An number set  may not be empty");
    static final ValueFault EMPTY_BINARY_SET =
            enveloped(INVALID + "Binary sets should not be empty");
    static final ValueFault NULL_STRING =
            bare(INVALID + "An string set may not have a null string as a member");
    static final ValueFault NULL_NUMBER =
            bare(INVALID + "An number set may not have a null as a member");
    static final ValueFault NULL_BINARY =
            bare(INVALID + "Binary sets may not contain null or empty values");
    static final ValueFault DUPLICATE_NUMBERS = enveloped("Input collection contains duplicates");
    static final ValueFault TOO_DEEP =
            enveloped(
                    "Nesting Levels have exceeded supported limits: Attributes in the item have"
                            + " nested levels beyond supported limit");
    static final ValueFault NAME_LENGTH =
            bare(INVALID + "Attribute name must have a length of 1 to 65535 bytes");

    static ValueFault bare(String text) {
        return new ValueFault(text, false);
    }

    static ValueFault duplicates(Iterable<String> members) {
        return enveloped(
                INVALID
                        + "Input collection [\""
                        + Echo.of(String.join("\", \"", members))
                        + "\"] contains duplicates.");
    }

    static ValueFault duplicateBinaries(Iterable<String> members) {
        return enveloped(
                INVALID
                        + "Input collection ["
                        + Echo.of(String.join(", ", members))
                        + "]of type BS contains duplicates.");
    }

    static ValueFault of(ApiException error) {
        return bare(Echo.of(String.valueOf(error.getMessage())));
    }

    /// The fault as one of the value that `:placeholder` stands for.
    ValueFault ofPlaceholder(String placeholder) {
        return new ValueFault(
                "ExpressionAttributeValues contains invalid value: "
                        + text
                        + " for key "
                        + Echo.of(placeholder),
                enveloped);
    }

    /// The fault as one of an `ExclusiveStartKey`.
    ValueFault ofStartKey() {
        return new ValueFault("The provided starting key is invalid: " + text, enveloped);
    }

    ApiException toException() {
        return ApiException.validation(enveloped ? Violations.enveloped(text) : text);
    }

    private static ValueFault enveloped(String text) {
        return new ValueFault(text, true);
    }
}
