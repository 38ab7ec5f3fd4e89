package dev.millrace.engine.query;

import dev.millrace.model.table.VectorDistanceFunction;

/// How far vectors are from one that is searched for.
///
/// Components are floats of 32 bits; sums are kept in 64 bits, so that neither cancellation nor the
/// range of floats shows in them, in four of them at a time, so that no addition waits for the one
/// before it.
public final class VectorDistance {
    private static final int LANES = 4;
    private static final double OPPOSITE = 2;

    private final VectorDistanceFunction function;
    private final float[] wanted;
    private final double squares;

    /// Distances from `wanted`, which must not be changed.
    public VectorDistance(VectorDistanceFunction function, float[] wanted) {
        this.function = function;
        this.wanted = wanted;
        this.squares = product(wanted, wanted);
    }

    /// The score of a vector with as many components.
    public double score(float[] vector) {
        return switch (function) {
            case COSINE -> cosine(vector);
            case DOT_PRODUCT -> product(wanted, vector);
            case EUCLIDEAN -> Math.sqrt(squaredDistance(vector));
        };
    }

    /// The score as it is told: a float of 32 bits, the greatest or least of them where there is
    /// none.
    public static double told(double score) {
        return (float) Math.clamp(score, -Float.MAX_VALUE, Float.MAX_VALUE);
    }

    // A vector without direction is as far from all others as one at a right angle. The root of a
    // product, not the product of roots, has a vector be at distance zero of itself.
    private double cosine(float[] vector) {
        double product = squares * product(vector, vector);
        if (product == 0) {
            return 1;
        }
        return Math.clamp(1 - product(wanted, vector) / Math.sqrt(product), 0, OPPOSITE);
    }

    private static double product(float[] one, float[] other) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (int last = one.length - LANES; i <= last; i += LANES) {
            a += (double) one[i] * other[i];
            b += (double) one[i + 1] * other[i + 1];
            c += (double) one[i + 2] * other[i + 2];
            d += (double) one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            a += (double) one[i] * other[i];
        }
        return (a + b) + (c + d);
    }

    private double squaredDistance(float[] vector) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (int last = vector.length - LANES; i <= last; i += LANES) {
            a += square((double) wanted[i] - vector[i]);
            b += square((double) wanted[i + 1] - vector[i + 1]);
            c += square((double) wanted[i + 2] - vector[i + 2]);
            d += square((double) wanted[i + 3] - vector[i + 3]);
        }
        for (; i < vector.length; i++) {
            a += square((double) wanted[i] - vector[i]);
        }
        return (a + b) + (c + d);
    }

    private static double square(double number) {
        return number * number;
    }
}
