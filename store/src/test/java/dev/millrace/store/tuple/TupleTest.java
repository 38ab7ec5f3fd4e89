package dev.millrace.store.tuple;

import static dev.millrace.store.contract.Texts.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.store.KeyRange;

import org.junit.jupiter.api.Test;

class TupleTest {

    @Test
    void integersAreBigEndian() {
        byte[] tuple =
                new TupleWriter()
                        .uint8(0xFE)
                        .uint32(0x0102_0304L)
                        .uint64(0x1112_1314_1516_1718L)
                        .toByteArray();
        assertThat(tuple)
                .containsExactly(0xFE, 1, 2, 3, 4, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18);
    }

    @Test
    void zeroByteOfStringIsEscapedAndItsEndMarked() {
        byte[] tuple = new TupleWriter().bytes(bytes("a\u0000")).toByteArray();
        assertThat(tuple).containsExactly('a', 0x00, 0xFF, 0x00, 0x00);
    }

    @Test
    void emptyStringIsItsEndMark() {
        assertThat(new TupleWriter().bytes(bytes("")).toByteArray()).containsExactly(0x00, 0x00);
    }

    @Test
    void stringSortsBeforeStringsThatItBeginsWhateverFollows() {
        byte[] shorter =
                new TupleWriter().bytes(bytes("a")).uint32(TupleWriter.UINT32_MAX).toByteArray();
        byte[] withZero = new TupleWriter().bytes(bytes("a\u0000")).uint32(0).toByteArray();
        byte[] longer = new TupleWriter().bytes(bytes("ab")).uint32(0).toByteArray();
        assertThat(KeyRange.of(shorter, withZero).isEmpty()).isFalse();
        assertThat(KeyRange.of(withZero, longer).isEmpty()).isFalse();
    }

    @Test
    void prefixRangeHoldsTheStringsThatBeginWithIt() {
        KeyRange range =
                KeyRange.prefix(
                        new TupleWriter().uint8(7).bytesPrefix(bytes("a\u0000")).toByteArray());
        assertThat(range.contains(new TupleWriter().uint8(7).bytes(bytes("a\u0000")).toByteArray()))
                .isTrue();
        assertThat(
                        range.contains(
                                new TupleWriter().uint8(7).bytes(bytes("a\u0000b")).toByteArray()))
                .isTrue();
        assertThat(range.contains(new TupleWriter().uint8(7).bytes(bytes("a")).toByteArray()))
                .isFalse();
        assertThat(range.contains(new TupleWriter().uint8(7).bytes(bytes("ab")).toByteArray()))
                .isFalse();
    }

    @Test
    void largestIntegersComeBack() {
        byte[] tuple =
                new TupleWriter()
                        .uint8(255)
                        .uint32(TupleWriter.UINT32_MAX)
                        .uint64(-1)
                        .toByteArray();
        TupleReader reader = new TupleReader(tuple);
        assertThat(reader.uint8()).isEqualTo(255);
        assertThat(reader.uint32()).isEqualTo(TupleWriter.UINT32_MAX);
        assertThat(reader.uint64()).isEqualTo(-1);
        reader.requireEnd();
    }

    @Test
    void integerThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new TupleWriter().uint8(256))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TupleWriter().uint32(TupleWriter.UINT32_MAX + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TupleWriter().uint32(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tupleThatEndsWithinAnElementIsMalformed() {
        assertThatThrownBy(() -> new TupleReader(new byte[3]).uint32())
                .isInstanceOf(MalformedTupleException.class);
        assertThatThrownBy(() -> new TupleReader(new byte[3]).raw(4))
                .isInstanceOf(MalformedTupleException.class);
    }

    @Test
    void stringWithoutEndMarkIsMalformed() {
        assertThatThrownBy(() -> new TupleReader(bytes("ab")).bytes())
                .isInstanceOf(MalformedTupleException.class);
        assertThatThrownBy(() -> new TupleReader(bytes("ab\u0000")).bytes())
                .isInstanceOf(MalformedTupleException.class);
    }

    @Test
    void stringWithUnknownEscapeIsMalformed() {
        assertThatThrownBy(() -> new TupleReader(bytes("a\u0000b\u0000\u0000")).bytes())
                .isInstanceOf(MalformedTupleException.class);
    }

    @Test
    void tupleThatGoesOnIsMalformed() {
        TupleReader reader = new TupleReader(new byte[2]);
        assertThat(reader.uint8()).isZero();
        assertThatThrownBy(reader::requireEnd).isInstanceOf(MalformedTupleException.class);
    }
}
