package dev.millrace.conformance.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.zip.CRC32;

/// What a server sent back.
///
/// @param headers by lower-case names
/// @param crc32 the check sum that the headers should carry
record Answer(int status, Map<String, String> headers, String body, String crc32) {
    /// An answer with these bytes as its body.
    static Answer of(int status, Map<String, String> headers, byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return new Answer(status, headers, new String(body, UTF_8), Long.toString(sum.getValue()));
    }

    /// The value of a header; empty if there is none.
    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
