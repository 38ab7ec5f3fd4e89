package dev.millrace.cli.demo.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

class NulReaderTest {

    @Test
    void stringsEndWithNul() throws IOException {
        NulReader reader = reader(new byte[] {'a', 'b', 0, 0, 'c', 0});
        assertThat(reader.next()).containsExactly('a', 'b');
        assertThat(reader.next()).isEmpty();
        assertThat(reader.next()).containsExactly('c');
        assertThat(reader.next()).isNull();
    }

    @Test
    void stringWithoutAnEndIsRefused() {
        NulReader reader = reader(new byte[] {'a'});
        assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
    }

    @Test
    void longestStringIsRead() throws IOException {
        byte[] string = new byte[NulReader.STRING_BYTES_MAX + 1];
        Arrays.fill(string, 0, NulReader.STRING_BYTES_MAX, (byte) 'a');
        assertThat(reader(string).next()).hasSize(NulReader.STRING_BYTES_MAX);
    }

    @Test
    void longerStringIsRefused() {
        byte[] string = new byte[NulReader.STRING_BYTES_MAX + 2];
        Arrays.fill(string, 0, NulReader.STRING_BYTES_MAX + 1, (byte) 'a');
        NulReader reader = reader(string);
        assertThatThrownBy(reader::next).isInstanceOf(IOException.class);
    }

    private static NulReader reader(byte[] bytes) {
        return new NulReader(new ByteArrayInputStream(bytes));
    }
}
