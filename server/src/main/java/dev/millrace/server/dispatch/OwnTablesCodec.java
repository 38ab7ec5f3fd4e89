package dev.millrace.server.dispatch;

import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;

/// A codec whose requests name no tables of another region or account.
record OwnTablesCodec<Q, R>(OperationCodec<Q, R> codec, TableOwner owner)
        implements OperationCodec<Q, R> {
    @Override
    public Service service() {
        return codec.service();
    }

    @Override
    public String operation() {
        return codec.operation();
    }

    @Override
    public Q decode(JsonInput input) {
        Q request = codec.decode(input);
        for (String arn : input.tableArns()) {
            owner.require(arn, operation());
        }
        return request;
    }

    @Override
    public void encode(R response, JsonOutput output) {
        codec.encode(response, output);
    }
}
