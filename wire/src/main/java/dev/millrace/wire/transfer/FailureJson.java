package dev.millrace.wire.transfer;

import dev.millrace.model.transfer.Failure;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;

import org.jspecify.annotations.Nullable;

/// Why an export or import has failed.
final class FailureJson {
    static final Member<String> CODE = Member.text("FailureCode");
    static final Member<String> MESSAGE = Member.text("FailureMessage");

    private FailureJson() {}

    static void write(@Nullable Failure failure, JsonOutput output) {
        if (failure != null) {
            output.text(CODE.name(), failure.code());
            output.text(MESSAGE.name(), failure.message());
        }
    }

    static @Nullable Failure read(Fields fields) {
        String code = fields.get(CODE);
        return code == null ? null : new Failure(code, fields.orElse(MESSAGE, ""));
    }
}
