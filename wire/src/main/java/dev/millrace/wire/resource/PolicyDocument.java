package dev.millrace.wire.resource;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.JsonInput;

import java.nio.charset.StandardCharsets;

/// The document of a resource policy, as far as its form goes: an object in JSON with a statement.
/// What the statement allows is not looked at here.
public final class PolicyDocument {
    private static final String STATEMENT = "Statement";

    private PolicyDocument() {}

    /// Passes `document` on if it has the form of a policy.
    ///
    /// @throws ApiException a `ValidationException` if it has not
    public static String requireForm(String document) {
        if (!hasStatement(document)) {
            throw invalid("Could not parse the policy: Statement is empty!");
        }
        return document;
    }

    private static boolean hasStatement(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        try {
            return new JsonInput(bytes, 0, bytes.length).document(PolicyDocument::hasStatement);
        } catch (ApiException _) {
            throw invalid("This policy contains invalid Json");
        }
    }

    private static boolean hasStatement(JsonInput input) {
        boolean found = false;
        while (input.nextMember()) {
            boolean isStatement = input.name().equals(STATEMENT);
            boolean isBlank = input.skipBlank();
            found |= isStatement && !isBlank;
        }
        return found;
    }

    private static ApiException invalid(String reason) {
        return ApiException.invalidParameter("Invalid policy document: " + reason);
    }
}
