package dev.millrace.conformance.api;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// An operation of the service model.
///
/// @param target what its requests carry in `X-Amz-Target`
/// @param request the members of its request
/// @param answer the members of its answer
record ModelOperation(
        String name, String target, List<ModelMember> request, List<ModelMember> answer) {
    /// Every operation of DynamoDB and DynamoDB Streams that the AWS SDK has, in the order of their
    /// names.
    static List<ModelOperation> all() {
        return Stream.concat(
                        of(DynamoDbClient.class, "DynamoDB_20120810."),
                        of(DynamoDbStreamsClient.class, "DynamoDBStreams_20120810."))
                .toList();
    }

    private static Stream<ModelOperation> of(Class<?> client, String prefix) {
        return Arrays.stream(client.getMethods())
                .filter(method -> method.getReturnType().getSimpleName().endsWith("Response"))
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> method.getParameterTypes()[0].getSimpleName().endsWith("Request"))
                .map(method -> of(method, prefix))
                .sorted((a, b) -> a.name().compareTo(b.name()));
    }

    private static ModelOperation of(Method method, String prefix) {
        Class<?> request = method.getParameterTypes()[0];
        String name = request.getSimpleName().replaceAll("Request$", "");
        return new ModelOperation(
                name, prefix + name, members(request), members(method.getReturnType()));
    }

    private static List<ModelMember> members(Class<?> structure) {
        try {
            return ModelShape.members((SdkPojo) structure.getMethod("builder").invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the SDK has no builder of " + structure, e);
        }
    }
}
