package dev.millrace.model.table;

/// How far apart two vectors are.
public enum VectorDistanceFunction {
    /// One minus the cosine of the angle between them: from 0, the same direction, to 2, the
    /// opposite one.
    COSINE,
    /// The sum of the products of their components, of any sign; larger is nearer.
    DOT_PRODUCT,
    /// The length of the straight line between them.
    EUCLIDEAN;

    /// Whether a larger score is the nearer one.
    public boolean isLargerNearer() {
        return this == DOT_PRODUCT;
    }
}
