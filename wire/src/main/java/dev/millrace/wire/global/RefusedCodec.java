package dev.millrace.wire.global;

import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;

/// The wire form of an operation that is always refused.
abstract class RefusedCodec<Q> implements OperationCodec<Q, Void> {
    @Override
    public final Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public final void encode(Void response, JsonOutput output) {
        throw new IllegalStateException("an operation that is always refused has answered");
    }
}
