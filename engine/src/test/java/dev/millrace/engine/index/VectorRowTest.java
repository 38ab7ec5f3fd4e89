package dev.millrace.engine.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.keyspace.CorruptRowException;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

class VectorRowTest {
    private static final Item ITEM = Item.of(Map.of("pk", EngineFixture.text("a")));
    private static final float[] VECTOR = {1, -2.5f, Float.MIN_VALUE, Float.MAX_VALUE};

    @Test
    void rowHoldsTheVectorAndTheItem() {
        byte[] row = row(bytes("t1"), null);

        int at = VectorRow.vectorAt(row, 2, VECTOR.length, null);
        float[] vector = new float[VECTOR.length];
        VectorRow.unpack(row, at, vector);
        assertThat(vector).isEqualTo(VECTOR);
        assertThat(VectorRow.itemOf(row, at, VECTOR.length)).isEqualTo(ITEM);
    }

    @Test
    void rowHasTheValuesThatItWasMadeWithAndNoOthers() {
        byte[] row = row(bytes("t1"), null);

        assertThat(isFound(row, bytes("t1"), null)).isTrue();
        assertThat(isFound(row, null, null)).isTrue();
        assertThat(isFound(row, bytes("t"), null)).isFalse();
        assertThat(isFound(row, bytes("t12"), null)).isFalse();
        assertThat(isFound(row, null, bytes(""))).isFalse();
        assertThat(isFound(row(bytes("t1"), bytes("")), null, bytes(""))).isTrue();
    }

    @Test
    void everyShorterRowIsRefusedOrLosesOnlyOfTheItem() {
        byte[] row = row(bytes("t1"), bytes("c"));
        int item = row.length - ITEM.bytes().length;
        for (int length = 0; length < item; length++) {
            byte[] cut = Arrays.copyOf(row, length);
            assertThatThrownBy(() -> VectorRow.vectorAt(cut, 2, VECTOR.length, null))
                    .as("of %d bytes", length)
                    .isInstanceOf(CorruptRowException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void randomBytesAreReadOrRefusedAsCorrupt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] row = new byte[random.nextInt(40)];
            random.nextBytes(row);
            if (row.length > 0) {
                row[0] = 2;
            }
            if (row.length > 4) {
                row[1] = 0;
                row[2] = 0;
                row[3] = 0;
            }
            try {
                VectorRow.vectorAt(row, 2, 2, List.of(bytes("t1"), bytes("c")));
            } catch (CorruptRowException e) {
                assertThat(e).hasMessageStartingWith("vector row");
            }
        }
    }

    private static byte[] row(byte @Nullable [] one, byte @Nullable [] two) {
        return VectorRow.encode(new VectorPart("v", Arrays.asList(one, two), VECTOR), ITEM);
    }

    private static boolean isFound(byte[] row, byte @Nullable [] one, byte @Nullable [] two) {
        return VectorRow.vectorAt(row, 2, VECTOR.length, Arrays.asList(one, two)) >= 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
