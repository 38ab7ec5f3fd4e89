package dev.millrace.transfer.kinesis;

import dev.millrace.wire.destination.KinesisEntry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// That a server has been told of no service with streams.
public final class NoKinesis implements Kinesis {
    private static final String FAILURE =
            "Millrace has no Kinesis: start it with the option kinesis-endpoint";

    @Override
    public String failureOf(String streamArn) {
        return FAILURE;
    }

    @Override
    public List<@Nullable String> put(String streamArn, List<KinesisEntry> entries) {
        throw KinesisException.passing(FAILURE, null);
    }
}
