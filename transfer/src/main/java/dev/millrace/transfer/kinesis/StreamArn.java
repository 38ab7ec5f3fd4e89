package dev.millrace.transfer.kinesis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of a Kinesis stream's ARN.
record StreamArn(String region, String name) {
    private static final Pattern FORM =
            Pattern.compile(
                    "arn:aws[^:]*:kinesis:([^:]+):[0-9]{12}:stream/([a-zA-Z0-9_.-]{1,128})");

    /// The parts of a text, which may be no ARN of a stream.
    static Optional<StreamArn> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new StreamArn(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }
}
