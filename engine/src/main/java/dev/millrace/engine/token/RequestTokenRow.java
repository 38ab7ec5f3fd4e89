package dev.millrace.engine.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.keyspace.CorruptRowException;
import dev.millrace.model.value.Binary;
import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

import java.util.LinkedHashMap;
import java.util.Map;

/// The value of a request token's row (docs/keyspace.md, "Request token").
final class RequestTokenRow {
    private static final int FORMAT = 1;
    private static final int DIGEST_BYTES = 32;

    private RequestTokenRow() {}

    static byte[] encode(RequestToken token) {
        TupleWriter row = new TupleWriter().uint8(FORMAT);
        row.uint64(token.expiry()).raw(token.digest().bytes());
        token.replayUnits()
                .forEach((table, units) -> row.bytes(table.getBytes(UTF_8)).uint64(units));
        return row.toByteArray();
    }

    static RequestToken decode(String text, byte[] row) {
        TupleReader bytes = new TupleReader(row);
        if (bytes.uint8() != FORMAT) {
            throw new CorruptRowException("request token row has no known format byte");
        }
        long expiry = bytes.uint64();
        Binary digest = Binary.of(bytes.raw(DIGEST_BYTES));
        Map<String, Long> units = new LinkedHashMap<>();
        while (bytes.remaining() > 0) {
            units.put(new String(bytes.bytes(), UTF_8), bytes.uint64());
        }
        return new RequestToken(text, digest, expiry, units);
    }
}
