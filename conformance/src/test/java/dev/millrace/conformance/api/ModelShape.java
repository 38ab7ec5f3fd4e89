package dev.millrace.conformance.api;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The members of one structure of the service model and of all structures in it.
final class ModelShape {
    private static final Set<MarshallingType<?>> CONTAINERS =
            Set.of(MarshallingType.SDK_POJO, MarshallingType.LIST, MarshallingType.MAP);

    private final List<ModelMember> members = new ArrayList<>();

    private ModelShape() {}

    /// All members, outer ones before inner ones, in the order of the model. What is inside an
    /// attribute value is not listed.
    static List<ModelMember> members(SdkPojo structure) {
        ModelShape shape = new ModelShape();
        shape.addAll("", UnaryOperator.identity(), structure);
        return shape.members;
    }

    private void addAll(String prefix, UnaryOperator<String> whole, SdkPojo structure) {
        for (SdkField<?> field : structure.sdkFields()) {
            String path = prefix + field.locationName();
            UnaryOperator<String> body =
                    value -> whole.apply("{\"" + field.locationName() + "\": " + value + "}");
            members.add(new ModelMember(path, CONTAINERS.contains(field.marshallingType()), body));
            enter(path, body, field);
        }
    }

    private void enter(String path, UnaryOperator<String> body, SdkField<?> field) {
        if (field.marshallingType().equals(MarshallingType.LIST)) {
            enter(
                    path + "[]",
                    value -> body.apply("[" + value + "]"),
                    field.getTrait(ListTrait.class).memberFieldInfo());
        } else if (field.marshallingType().equals(MarshallingType.MAP)) {
            enter(
                    path + "{}",
                    value -> body.apply("{\"k\": " + value + "}"),
                    field.getTrait(MapTrait.class).valueFieldInfo());
        } else if (field.marshallingType().equals(MarshallingType.SDK_POJO)) {
            SdkPojo inner = field.constructor().get();
            if (!(inner instanceof AttributeValue.Builder)) {
                addAll(path + ".", body, inner);
            }
        }
    }
}
