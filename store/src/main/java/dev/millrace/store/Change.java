package dev.millrace.store;

/// One step of a {@link WriteBatch}.
public sealed interface Change {

    /// The family that the step changes.
    Family family();

    /// Sets the value at a key, replacing any other.
    // Arrays are never changed, by the convention of this package; changes are not compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Put(Family family, byte[] key, byte[] value) implements Change {}

    /// Removes the pair at a key, if there is one.
    // Arrays are never changed, by the convention of this package; changes are not compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Delete(Family family, byte[] key) implements Change {}

    /// Removes every pair whose key lies in a range.
    record DeleteRange(Family family, KeyRange range) implements Change {}
}
