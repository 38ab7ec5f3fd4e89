package dev.millrace.transfer.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.wire.JsonOutput;

/// What is logged of a record that cannot be imported, in the form in which AWS logs it.
final class ImportErrors {
    private ImportErrors() {}

    static String line(String importArn, String bucket, String key, long place, String message) {
        JsonOutput output = new JsonOutput();
        output.document(() -> {
            output.startObject("itemS3Pointer");
            output.text("bucket", bucket);
            output.text("key", key);
            output.whole("itemIndex", place);
            output.endObject();
            output.text("importArn", importArn);
            output.startArray("errorMessages");
            output.text(message);
            output.endArray();
        });
        return new String(output.toByteArray(), UTF_8);
    }
}
