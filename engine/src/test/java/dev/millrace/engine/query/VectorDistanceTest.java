package dev.millrace.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.model.table.VectorDistanceFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class VectorDistanceTest {
    private static final double ERROR = 1e-12;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 31, 768})
    void scoresAreThoseOfTheFormulasWhateverTheLength(int dimensions) {
        Random random = new Random(dimensions);
        float[] one = vector(random, dimensions);
        float[] other = vector(random, dimensions);
        double product = 0;
        double oneSquared = 0;
        double otherSquared = 0;
        double differenceSquared = 0;
        for (int i = 0; i < dimensions; i++) {
            product += (double) one[i] * other[i];
            oneSquared += (double) one[i] * one[i];
            otherSquared += (double) other[i] * other[i];
            differenceSquared += Math.pow((double) one[i] - other[i], 2);
        }

        assertThat(score(VectorDistanceFunction.DOT_PRODUCT, one, other))
                .isCloseTo(product, within(ERROR * dimensions));
        assertThat(score(VectorDistanceFunction.EUCLIDEAN, one, other))
                .isCloseTo(Math.sqrt(differenceSquared), within(ERROR * dimensions));
        assertThat(score(VectorDistanceFunction.COSINE, one, other))
                .isCloseTo(
                        1 - product / (Math.sqrt(oneSquared) * Math.sqrt(otherSquared)),
                        within(ERROR * dimensions));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void vectorIsAtCosineZeroOfItselfAndTwoOfItsOpposite(long seed) {
        float[] vector = vector(new Random(seed), 300);
        float[] opposite = vector.clone();
        for (int i = 0; i < opposite.length; i++) {
            opposite[i] = -opposite[i];
        }

        assertThat(score(VectorDistanceFunction.COSINE, vector, vector)).isZero();
        assertThat(score(VectorDistanceFunction.COSINE, vector, opposite)).isEqualTo(2);
    }

    @Test
    void vectorWithoutDirectionIsAtCosineOneOfAll() {
        float[] none = {0, 0};

        assertThat(score(VectorDistanceFunction.COSINE, none, new float[] {3, 4})).isEqualTo(1);
        assertThat(score(VectorDistanceFunction.COSINE, new float[] {3, 4}, none)).isEqualTo(1);
        assertThat(score(VectorDistanceFunction.COSINE, none, none)).isEqualTo(1);
    }

    @Test
    void smallestFloatsHaveDirections() {
        float[] small = {Float.MIN_VALUE, 0};

        assertThat(score(VectorDistanceFunction.COSINE, small, new float[] {0, 1})).isEqualTo(1);
        assertThat(score(VectorDistanceFunction.COSINE, small, new float[] {1, 0})).isZero();
    }

    @Test
    void termsThatCancelLeaveNothing() {
        float[] large = {Float.MAX_VALUE, Float.MAX_VALUE};
        float[] opposed = {Float.MAX_VALUE, -Float.MAX_VALUE};

        assertThat(score(VectorDistanceFunction.DOT_PRODUCT, large, opposed)).isZero();
    }

    @Test
    void scoreBeyondTheFloatsIsToldAsTheLastOfThem() {
        float[] large = {Float.MAX_VALUE};

        double product = score(VectorDistanceFunction.DOT_PRODUCT, large, large);
        assertThat(VectorDistance.told(product)).isEqualTo(Float.MAX_VALUE);
        assertThat(VectorDistance.told(-product)).isEqualTo(-Float.MAX_VALUE);
    }

    private static double score(VectorDistanceFunction function, float[] one, float[] other) {
        return new VectorDistance(function, one).score(other);
    }

    private static float[] vector(Random random, int dimensions) {
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = random.nextFloat() - 0.5f;
        }
        return vector;
    }
}
