package dev.millrace.transfer.source;

import com.amazon.ion.IonException;
import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import com.amazon.ion.system.IonReaderBuilder;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ConditionalPut;
import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.transfer.BulkLines;
import dev.millrace.wire.transfer.ItemLines;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

/// Structs of Amazon Ion, in text or binary, each with a member `Item` (AWS's guide, "Amazon S3
/// import formats for DynamoDB"). They are written again as DynamoDB JSON, so that what an item may
/// be is decided in one place.
final class IonItems implements ItemSource {
    private final BoundedInput input;
    // Making it reads, and may so find out that the connection is broken.
    private @Nullable IonReader opened;
    private final JsonOutput json = new JsonOutput();
    private @Nullable ApiException fault;
    private long before;
    private long bytes;

    /// @param input is read in large pieces
    IonItems(InputStream input) {
        this.input = new BoundedInput(input);
    }

    @Override
    public boolean next() throws IOException {
        input.begin();
        try {
            IonReader reader = reader();
            boolean isThere = reader.next() != null;
            if (isThere) {
                read(reader);
            }
            return isThere;
        } catch (IonException e) {
            throw cause(e);
        } finally {
            bytes = input.count() - before;
            before = input.count();
        }
    }

    @Override
    public Item item() {
        return ItemLines.decode(line());
    }

    @Override
    public ConditionalPut put() {
        return BulkLines.decode(line());
    }

    @Override
    public long bytes() {
        return bytes;
    }

    private IonReader reader() {
        IonReader reader = opened;
        if (reader == null) {
            reader = IonReaderBuilder.standard().build(input);
            opened = reader;
        }
        return reader;
    }

    private void read(IonReader reader) {
        fault = null;
        try {
            if (reader.getType() != IonType.STRUCT) {
                throw ApiException.validation("The record is no struct");
            }
            json.document(() -> new IonRecord(reader, json).write());
        } catch (ApiException e) {
            fault = e;
            // The next record is outside of what is wrong with this one.
            while (reader.getDepth() > 0) {
                reader.stepOut();
            }
        }
    }

    private byte[] line() {
        if (fault != null) {
            throw fault;
        }
        return json.toByteArray();
    }

    // What the library says is wrong may be what the stream said.
    private static IOException cause(IonException failure) {
        if (failure.getCause() instanceof IOException broken) {
            return broken;
        }
        throw new MalformedObjectException("the object is not in Ion to its end", failure);
    }
}
