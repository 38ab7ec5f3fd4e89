package dev.millrace.wire.shape;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.JsonInput;

/// A member that the service model has and Millrace does not implement yet.
///
/// It is refused rather than ignored when it asks for anything; saying nothing by it, or what is
/// the default anyway, passes.
///
/// @param name the name on the wire
/// @param passing reads the value and tells whether it passes
public record Unsupported(String name, Reading<Boolean> passing) {
    /// Passes as `false` or empty.
    public static Unsupported member(String name) {
        return new Unsupported(name, JsonInput::skipBlank);
    }

    /// The refusal of `what`.
    public static ApiException refusal(String what) {
        return ApiException.validation(what + " is not supported by this version of Millrace");
    }
}
