package dev.millrace.store.tuple;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What holds for every tuple: its encoding sorts as it does, and reads back as it was.
class TuplePropertyTest {

    private static final int PAIRS = 4000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 2026, -7})
    void encodedOrderIsLogicalOrder(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PAIRS; i++) {
            List<Element.Type> types = Element.randomTypes(random);
            List<Element> one = Element.randomTuple(types, random);
            List<Element> other = Element.randomTuple(types, random);
            int encodedOrder = Arrays.compareUnsigned(encode(one), encode(other));
            assertThat(Integer.signum(encodedOrder))
                    .as("seed %d, %s and %s", seed, one, other)
                    .isEqualTo(Integer.signum(Element.compare(one, other)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 2026, -7})
    void decodedTupleIsTheOneThatWasEncoded(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PAIRS; i++) {
            List<Element.Type> types = Element.randomTypes(random);
            List<Element> tuple = Element.randomTuple(types, random);
            assertThat(decode(encode(tuple), types)).as("seed %d", seed).isEqualTo(tuple);
        }
    }

    private static byte[] encode(List<Element> tuple) {
        TupleWriter writer = new TupleWriter();
        tuple.forEach(element -> element.write(writer));
        return writer.toByteArray();
    }

    private static List<Element> decode(byte[] encoded, List<Element.Type> types) {
        TupleReader reader = new TupleReader(encoded);
        List<Element> tuple = new ArrayList<>();
        types.stream()
                .takeWhile(_ -> reader.remaining() > 0)
                .forEach(type -> tuple.add(Element.read(type, reader)));
        reader.requireEnd();
        return tuple;
    }
}
