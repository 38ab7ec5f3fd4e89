package dev.millrace.expression;

import dev.millrace.model.error.ApiException;

/// How the texts of faults in expressions begin, which depends on the operation.
///
/// Since 2026 AWS reports such faults of writes of one item as validation errors that it has
/// counted; other operations still give the text alone (dynamodb-api reference, section 13.2,
/// "Envelope rule"). Faults that show only against a table or an item never have an envelope and
/// are not made here.
public enum ErrorEnvelope {
    /// `1 validation error detected: ` before the text.
    COUNTED("1 validation error detected: "),
    /// The text alone.
    BARE("");

    private final String preamble;

    ErrorEnvelope(String preamble) {
        this.preamble = preamble;
    }

    /// The envelope in the operation of its own that takes this kind of expression: `PutItem`,
    /// `UpdateItem` and `DeleteItem` take conditions and updates, reads the others.
    static ErrorEnvelope of(ExpressionKind kind) {
        return switch (kind) {
            case CONDITION, UPDATE -> COUNTED;
            case FILTER, PROJECTION, KEY_CONDITION, SEARCH_CONDITION -> BARE;
        };
    }

    /// A fault in a request's expressions or what goes with them.
    public ApiException fault(String text) {
        return ApiException.validation(preamble + text);
    }
}
