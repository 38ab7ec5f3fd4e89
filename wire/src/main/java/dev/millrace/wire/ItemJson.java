package dev.millrace.wire;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.millrace.model.value.ItemReader;
import dev.millrace.model.value.ValueCode;

import java.io.IOException;

/// Writes an item's canonical bytes as JSON, with nothing in between: texts, names and numbers go
/// from array to array, binaries through Base64.
final class ItemJson {
    private final ItemReader reader;
    private final JsonGenerator generator;
    private final Utf8Name name;

    private ItemJson(byte[] item, JsonGenerator generator) {
        this.reader = new ItemReader(item);
        this.generator = generator;
        this.name = new Utf8Name(item);
    }

    static void write(byte[] item, JsonGenerator generator) throws IOException {
        new ItemJson(item, generator).writeEntries();
    }

    private void writeEntries() throws IOException {
        generator.writeStartObject();
        for (int left = reader.readCount(); left > 0; left--) {
            int length = reader.readLength();
            generator.writeFieldName(name.at(reader.position(), length));
            reader.skip(length);
            writeValue();
        }
        generator.writeEndObject();
    }

    private void writeValue() throws IOException {
        generator.writeStartObject();
        byte code = reader.readCode();
        switch (code) {
            case ValueCode.STRING -> writeText("S");
            case ValueCode.NUMBER -> writeText("N");
            case ValueCode.BINARY -> writeBinary("B");
            case ValueCode.STRING_SET -> writeTexts("SS");
            case ValueCode.NUMBER_SET -> writeTexts("NS");
            case ValueCode.BINARY_SET -> writeBinaries();
            case ValueCode.TRUE -> generator.writeBooleanField("BOOL", true);
            case ValueCode.FALSE -> generator.writeBooleanField("BOOL", false);
            case ValueCode.NULL -> generator.writeBooleanField("NULL", true);
            case ValueCode.LIST -> writeElements();
            case ValueCode.MAP -> {
                generator.writeFieldName("M");
                writeEntries();
            }
            default -> throw new IllegalStateException("item has a value of unknown code");
        }
        generator.writeEndObject();
    }

    private void writeText(String type) throws IOException {
        generator.writeFieldName(type);
        writeText();
    }

    private void writeText() throws IOException {
        int length = reader.readLength();
        generator.writeUTF8String(reader.array(), reader.position(), length);
        reader.skip(length);
    }

    private void writeTexts(String type) throws IOException {
        generator.writeArrayFieldStart(type);
        for (int left = reader.readCount(); left > 0; left--) {
            writeText();
        }
        generator.writeEndArray();
    }

    private void writeBinary(String type) throws IOException {
        generator.writeFieldName(type);
        writeBinary();
    }

    private void writeBinary() throws IOException {
        int length = reader.readLength();
        generator.writeBinary(reader.array(), reader.position(), length);
        reader.skip(length);
    }

    private void writeBinaries() throws IOException {
        generator.writeArrayFieldStart("BS");
        for (int left = reader.readCount(); left > 0; left--) {
            writeBinary();
        }
        generator.writeEndArray();
    }

    private void writeElements() throws IOException {
        generator.writeArrayFieldStart("L");
        for (int left = reader.readCount(); left > 0; left--) {
            writeValue();
        }
        generator.writeEndArray();
    }
}
