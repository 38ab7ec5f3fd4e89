package dev.millrace.transfer.bulk;

import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

/// Where in its bucket a bulk operation is.
///
/// @param object the key of the object that it is at; null before the first
/// @param records how many records of the object it has dealt with
/// @param isDone whether that is all of it
/// @param bytesBefore how large the objects before it are
record Place(@Nullable String object, long records, boolean isDone, long bytesBefore) {
    private static final Member<String> OBJECT = Member.text("Object");
    private static final Member<Long> RECORDS = Member.longInteger("Records").required();
    private static final Member<Boolean> DONE = Member.truth("ObjectDone").required();
    private static final Member<Long> BEFORE = Member.longInteger("BytesBefore").required();
    static final Structure STORED = Structure.of("Place", OBJECT, RECORDS, DONE, BEFORE);

    static final Place BEGINNING = new Place(null, 0, false, 0);

    static Place read(Fields fields) {
        return new Place(
                fields.get(OBJECT),
                fields.require(RECORDS),
                fields.require(DONE),
                fields.require(BEFORE));
    }

    void write(JsonOutput output) {
        output.text(OBJECT.name(), object);
        output.whole(RECORDS.name(), records);
        output.truth(DONE.name(), isDone);
        output.whole(BEFORE.name(), bytesBefore);
    }

    /// The beginning of an object, or the same place if it is in that object.
    ///
    /// @param bytes how much has been read in all
    Place at(String key, long bytes) {
        return key.equals(object) ? this : new Place(key, 0, false, bytes);
    }

    /// So many records further.
    Place after(long more, boolean isAll) {
        return new Place(object, records + more, isAll, bytesBefore);
    }
}
