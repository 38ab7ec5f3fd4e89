package dev.millrace.model.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes values in their canonical bytes (docs/keyspace.md, "Values").
///
/// An item is its attribute count and, for each attribute in the UTF-8 order of the names, name and
/// value. Counts and lengths are unsigned LEB128 numbers.
final class ItemWriter {
    private static final int INITIAL_BYTES = 256;

    private byte[] buffer = new byte[INITIAL_BYTES];
    private int length;

    static byte[] encode(Map<String, AttributeValue> attributes) {
        ItemWriter writer = new ItemWriter();
        writer.writeEntries(attributes);
        return Arrays.copyOf(writer.buffer, writer.length);
    }

    static byte[] encode(AttributeValue value) {
        ItemWriter writer = new ItemWriter();
        writer.writeValue(value);
        return Arrays.copyOf(writer.buffer, writer.length);
    }

    private void writeEntries(Map<String, AttributeValue> entries) {
        writeCount(entries.size());
        String[] names = entries.keySet().toArray(new String[0]);
        Arrays.sort(names, Utf8.ORDER);
        for (String name : names) {
            writeText(name);
            writeValue(Objects.requireNonNull(entries.get(name)));
        }
    }

    private void writeValue(AttributeValue value) {
        switch (value) {
            case AttributeValue.S(String text) -> writeText(ValueCode.STRING, text);
            case AttributeValue.N(Decimal number) -> writeNumber(number);
            case AttributeValue.B(Binary binary) -> writeBinary(binary);
            case AttributeValue.SS(List<String> members) -> writeTexts(members);
            case AttributeValue.NS(List<Decimal> members) -> writeNumbers(members);
            case AttributeValue.BS(List<Binary> members) -> writeBinaries(members);
            case AttributeValue.Bool(boolean truth) ->
                    writeByte(truth ? ValueCode.TRUE : ValueCode.FALSE);
            case AttributeValue.Null() -> writeByte(ValueCode.NULL);
            case AttributeValue.L(List<AttributeValue> elements) -> writeList(elements);
            case AttributeValue.M(Map<String, AttributeValue> entries) -> {
                writeByte(ValueCode.MAP);
                writeEntries(entries);
            }
        }
    }

    private void writeText(byte code, String text) {
        writeByte(code);
        writeText(text);
    }

    private void writeNumber(Decimal number) {
        writeByte(ValueCode.NUMBER);
        writeBytes(number.toString().getBytes(ISO_8859_1));
    }

    private void writeBinary(Binary binary) {
        writeByte(ValueCode.BINARY);
        writeBytes(binary.bytes());
    }

    private void writeTexts(List<String> members) {
        writeByte(ValueCode.STRING_SET);
        writeCount(members.size());
        members.forEach(this::writeText);
    }

    private void writeNumbers(List<Decimal> members) {
        writeByte(ValueCode.NUMBER_SET);
        writeCount(members.size());
        members.forEach(member -> writeBytes(member.toString().getBytes(ISO_8859_1)));
    }

    private void writeBinaries(List<Binary> members) {
        writeByte(ValueCode.BINARY_SET);
        writeCount(members.size());
        members.forEach(member -> writeBytes(member.bytes()));
    }

    private void writeList(List<AttributeValue> elements) {
        writeByte(ValueCode.LIST);
        writeCount(elements.size());
        elements.forEach(this::writeValue);
    }

    private void writeText(String text) {
        writeBytes(text.getBytes(UTF_8));
    }

    private void writeBytes(byte[] bytes) {
        writeCount(bytes.length);
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void writeCount(int count) {
        int rest = count;
        while (rest > 0x7F) {
            writeByte((byte) (rest | 0x80));
            rest >>>= 7;
        }
        writeByte((byte) rest);
    }

    private void writeByte(byte value) {
        reserve(1);
        buffer[length++] = value;
    }

    private void reserve(int bytes) {
        if (length + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes));
        }
    }
}
