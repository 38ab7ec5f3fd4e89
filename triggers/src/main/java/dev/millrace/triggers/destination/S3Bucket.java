package dev.millrace.triggers.destination;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Supplier;

/// A bucket of a service that speaks S3.
///
/// @param newId makes the last part of each object's name
record S3Bucket(ServiceClient client, URI endpoint, String bucket, Supplier<String> newId)
        implements Destination {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH.mm.ss").withZone(ZoneOffset.UTC);

    @Override
    public void deliver(FailureReport report) {
        client.send(
                "PUT",
                endpoint.resolve("/" + bucket + "/" + key(report)),
                "s3",
                Map.of("Content-Type", "application/json"),
                FailureRecord.withPayload(report).bytes());
    }

    private String key(FailureReport report) {
        return "aws/lambda/"
                + report.mappingUuid()
                + "/"
                + report.shardId()
                + "/"
                + DAY.format(report.moment())
                + "/"
                + MOMENT.format(report.moment())
                + "-"
                + newId.get();
    }
}
