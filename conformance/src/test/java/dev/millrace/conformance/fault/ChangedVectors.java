package dev.millrace.conformance.fault;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateVectorIndexAction;
import software.amazon.awssdk.services.dynamodb.model.DeleteVectorIndexAction;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.VectorAttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.VectorDistanceFunction;
import software.amazon.awssdk.services.dynamodb.model.VectorIndex;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The vectors of changing tables: one index that each is created with, and one that comes and
/// goes.
final class ChangedVectors {
    /// The name of the attribute that has an item's vector.
    static final String ATTRIBUTE = "v";

    private static final String NEAR = "near";
    private static final String FAR = "far";
    private static final int DIMENSIONS = 8;
    private static final VectorAttributeDefinition VECTOR =
            VectorAttributeDefinition.builder().attributeName(ATTRIBUTE).build();

    private ChangedVectors() {}

    static VectorIndex index() {
        return VectorIndex.builder()
                .indexName(NEAR)
                .vectorAttribute(VECTOR)
                .dimensions((long) DIMENSIONS)
                .distanceFunction(VectorDistanceFunction.COSINE)
                .projection(Projection.builder().projectionType(ProjectionType.ALL).build())
                .build();
    }

    static CreateVectorIndexAction added() {
        return CreateVectorIndexAction.builder()
                .indexName(FAR)
                .vectorAttribute(VECTOR)
                .dimensions((long) DIMENSIONS)
                .distanceFunction(VectorDistanceFunction.EUCLIDEAN)
                .projection(Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build())
                .build();
    }

    static DeleteVectorIndexAction removed() {
        return DeleteVectorIndexAction.builder().indexName(FAR).build();
    }

    static AttributeValue vector(Random random) {
        List<AttributeValue> numbers = new ArrayList<>();
        for (int i = 0; i < DIMENSIONS; i++) {
            numbers.add(AttributeValue.fromN(Integer.toString(random.nextInt(-9, 10))));
        }
        return AttributeValue.fromL(numbers);
    }
}
