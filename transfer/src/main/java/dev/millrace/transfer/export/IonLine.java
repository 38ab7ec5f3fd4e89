package dev.millrace.transfer.export;

import com.amazon.ion.IonType;
import com.amazon.ion.IonWriter;
import com.amazon.ion.system.IonTextWriterBuilder;
import com.amazon.ion.system.IonWriterBuilder.InitialIvmHandling;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/// A line of Amazon Ion in text, a struct behind the version of Ion (AWS's guide, "DynamoDB table
/// export output format"): numbers are decimals, binary values blobs, sets lists with an annotation
/// such as `$dynamodb_SS`.
final class IonLine implements LineFormat {
    private static final IonTextWriterBuilder WRITERS =
            IonTextWriterBuilder.standard().withInitialIvmHandling(InitialIvmHandling.ENSURE);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private byte[] line = {};

    /// What writes the members of a line.
    private interface Members {
        void writeTo(IonWriter ion) throws IOException;
    }

    @Override
    public void write(Item item) {
        line(ion -> write("Item", item, ion));
    }

    @Override
    public void write(long micros, Item keys, @Nullable Item oldImage, @Nullable Item newImage) {
        line(ion -> {
            ion.setFieldName("Metadata");
            ion.stepIn(IonType.STRUCT);
            ion.setFieldName("WriteTimestampMicros");
            ion.writeDecimal(BigDecimal.valueOf(micros));
            ion.stepOut();
            write("Keys", keys, ion);
            write("OldImage", oldImage, ion);
            write("NewImage", newImage, ion);
        });
    }

    @Override
    public byte[] array() {
        return line;
    }

    @Override
    public int length() {
        return line.length;
    }

    private void line(Members members) {
        bytes.reset();
        try (IonWriter ion = WRITERS.build(bytes)) {
            ion.stepIn(IonType.STRUCT);
            members.writeTo(ion);
            ion.stepOut();
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array refuses bytes", e);
        }
        line = bytes.toByteArray();
    }

    private static void write(String member, @Nullable Item item, IonWriter ion)
            throws IOException {
        if (item != null) {
            ion.setFieldName(member);
            writeMap(item.attributes(), ion);
        }
    }

    private static void writeMap(Map<String, AttributeValue> attributes, IonWriter ion)
            throws IOException {
        ion.stepIn(IonType.STRUCT);
        for (Map.Entry<String, AttributeValue> each : attributes.entrySet()) {
            ion.setFieldName(each.getKey());
            write(each.getValue(), ion);
        }
        ion.stepOut();
    }

    private static void write(AttributeValue value, IonWriter ion) throws IOException {
        switch (value) {
            case AttributeValue.S(String text) -> ion.writeString(text);
            case AttributeValue.N(Decimal number) -> write(number, ion);
            case AttributeValue.B(var binary) -> ion.writeBlob(binary.bytes());
            case AttributeValue.Bool(boolean truth) -> ion.writeBool(truth);
            case AttributeValue.Null() -> ion.writeNull();
            case AttributeValue.M(var attributes) -> writeMap(attributes, ion);
            case AttributeValue.L(var elements) -> {
                ion.stepIn(IonType.LIST);
                for (AttributeValue element : elements) {
                    write(element, ion);
                }
                ion.stepOut();
            }
            case AttributeValue.SS(var texts) -> {
                beginSet("$dynamodb_SS", ion);
                for (String text : texts) {
                    ion.writeString(text);
                }
                ion.stepOut();
            }
            case AttributeValue.NS(var numbers) -> {
                beginSet("$dynamodb_NS", ion);
                for (Decimal number : numbers) {
                    write(number, ion);
                }
                ion.stepOut();
            }
            case AttributeValue.BS(var binaries) -> {
                beginSet("$dynamodb_BS", ion);
                for (var binary : binaries) {
                    ion.writeBlob(binary.bytes());
                }
                ion.stepOut();
            }
        }
    }

    private static void beginSet(String annotation, IonWriter ion) throws IOException {
        ion.addTypeAnnotation(annotation);
        ion.stepIn(IonType.LIST);
    }

    private static void write(Decimal number, IonWriter ion) throws IOException {
        ion.writeDecimal(number.number());
    }
}
