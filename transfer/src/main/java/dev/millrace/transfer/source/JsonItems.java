package dev.millrace.transfer.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.request.ConditionalPut;
import dev.millrace.model.value.Item;
import dev.millrace.wire.transfer.BulkLines;
import dev.millrace.wire.transfer.ItemLines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Lines of DynamoDB JSON. Lines without anything but blanks are passed over.
final class JsonItems implements ItemSource {
    private static final int BLANKS_MAX = 100;

    private final InputStream input;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long bytes;

    /// @param input is read byte by byte, so it should be buffered
    JsonItems(InputStream input) {
        this.input = input;
    }

    @Override
    public boolean next() throws IOException {
        bytes = 0;
        boolean isMore = true;
        while (isMore) {
            line.reset();
            isMore = readLine();
            if (!isBlank()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Item item() {
        return ItemLines.decode(line.toByteArray());
    }

    @Override
    public ConditionalPut put() {
        return BulkLines.decode(line.toByteArray());
    }

    @Override
    public long bytes() {
        return bytes;
    }

    // False at the end of the object.
    private boolean readLine() throws IOException {
        int octet = input.read();
        while (octet >= 0) {
            bytes++;
            if (octet == '\n') {
                return true;
            }
            if (line.size() == RECORD_BYTES_MAX) {
                throw new MalformedObjectException("a line is too long for an item", null);
            }
            line.write(octet);
            octet = input.read();
        }
        return false;
    }

    private boolean isBlank() {
        return line.size() == 0 || (line.size() < BLANKS_MAX && line.toString(UTF_8).isBlank());
    }
}
