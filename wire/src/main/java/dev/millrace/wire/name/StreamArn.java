package dev.millrace.wire.name;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;

import java.util.regex.Pattern;

/// How requests name a stream: by its ARN (streams-api reference, section 2).
public final class StreamArn {
    /// The longest ARN of a stream.
    public static final int CHARS_MAX = 1_024;

    private static final Pattern FORM =
            Pattern.compile(
                    "arn:aws[^:]*:dynamodb:[^:]+:[0-9]{12}:table/[a-zA-Z0-9_.-]{3,255}/stream/"
                            + "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}");

    private StreamArn() {}

    /// A member that is the ARN of a stream. That it is too short for one is answered by
    /// [#requireForm], like any other text that is none.
    public static Member<String> member(String name) {
        return Member.text(name).rule(Rules.length(0, CHARS_MAX));
    }

    /// Passes `arn` on if it has the form of a stream's ARN.
    ///
    /// @throws ApiException a `ValidationException` if it has not
    public static String requireForm(String arn) {
        if (!FORM.matcher(arn).matches()) {
            throw ApiException.validation("Invalid StreamArn: " + arn);
        }
        return arn;
    }
}
