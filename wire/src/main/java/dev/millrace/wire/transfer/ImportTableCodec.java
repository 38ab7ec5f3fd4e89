package dev.millrace.wire.transfer;

import dev.millrace.model.request.ImportTableRequest;
import dev.millrace.model.response.ImportTableResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.table.TableCreationMembers;

/// The wire form of ImportTable.
public final class ImportTableCodec
        implements OperationCodec<ImportTableRequest, ImportTableResponse> {
    private static final Structure REQUEST =
            Structure.of(
                    "ImportTableRequest",
                    TransferMembers.CLIENT_TOKEN,
                    ImportMembers.SOURCE,
                    ImportMembers.FORMAT,
                    ImportMembers.OPTIONS,
                    ImportMembers.COMPRESSION,
                    TableCreationMembers.MEMBER);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ImportTable";
    }

    @Override
    public ImportTableRequest decode(JsonInput input) {
        return ImportMembers.request(REQUEST.decode(input));
    }

    @Override
    public void encode(ImportTableResponse response, JsonOutput output) {
        output.document(() -> ImportJson.write(response.description(), output));
    }
}
