package dev.millrace.transfer.export;

import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// A file of an export, as the manifest of the files shows it.
///
/// @param key of the object
/// @param items how many lines it has
/// @param md5 of its bytes, in Base64
/// @param etag as a service would give it: the MD5 in hexadecimal digits
record DataFile(String key, long items, String md5, String etag) {
    private static final Member<Long> ITEMS = Member.longInteger("itemCount").required();
    private static final Member<String> MD5 = Member.text("md5Checksum").required();
    private static final Member<String> ETAG = Member.text("etag").required();
    private static final Member<String> KEY = Member.text("dataFileS3Key").required();
    static final Structure STORED = Structure.of("DataFile", ITEMS, MD5, ETAG, KEY);

    static DataFile read(Fields fields) {
        return new DataFile(
                fields.require(KEY),
                fields.require(ITEMS),
                fields.require(MD5),
                fields.require(ETAG));
    }

    /// Writes its members.
    void write(JsonOutput output) {
        output.whole(ITEMS.name(), items);
        output.text(MD5.name(), md5);
        output.text(ETAG.name(), etag);
        output.text(KEY.name(), key);
    }
}
