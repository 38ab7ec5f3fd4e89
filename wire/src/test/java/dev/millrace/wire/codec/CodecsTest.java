package dev.millrace.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.wire.OperationCodec;

import org.junit.jupiter.api.Test;

class CodecsTest {
    @Test
    void noTwoCodecsAreForOneOperation() {
        assertThat(Codecs.all())
                .extracting(codec -> codec.service() + "." + codec.operation())
                .doesNotHaveDuplicates()
                .hasSize(66);
    }

    @Test
    void aCodecIsCalledAfterItsOperation() {
        assertThat(Codecs.all())
                .allSatisfy(codec ->
                        assertThat(codec.getClass().getSimpleName()).isEqualTo(nameFor(codec)));
    }

    private static String nameFor(OperationCodec<?, ?> codec) {
        return codec.operation() + "Codec";
    }
}
