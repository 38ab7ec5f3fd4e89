package dev.millrace.wire.table;

import dev.millrace.model.request.VectorIndexUpdate;
import dev.millrace.model.table.SearchSchemaElement;
import dev.millrace.model.table.VectorDistanceFunction;
import dev.millrace.model.table.VectorIndexSpecification;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The members of requests that ask for indexes of vectors.
final class VectorMembers {
    private static final int ATTRIBUTE_NAME_CHARS_MAX = 255;

    private static final Member<String> ATTRIBUTE_NAME =
            Member.text("AttributeName").required().rule(Rules.length(1, ATTRIBUTE_NAME_CHARS_MAX));
    private static final Member<Fields> VECTOR_ATTRIBUTE =
            Member.structure(
                            "VectorAttribute",
                            Structure.of("VectorAttributeDefinition", ATTRIBUTE_NAME))
                    .required();
    private static final Member<String> ELEMENT_TYPE =
            Member.choice("SearchSchemaElementType", "HASH", "INLINE_FILTER").required();
    private static final Member<List<Fields>> SEARCH_SCHEMA =
            Member.structures(
                            "SearchSchema",
                            Structure.of("SearchSchemaElement", ATTRIBUTE_NAME, ELEMENT_TYPE))
                    .rule(Rules.size(1, Integer.MAX_VALUE));
    private static final Member<Long> DIMENSIONS =
            Member.longInteger("Dimensions").required().rule(Rules.atLeast(1));
    private static final Member<String> DISTANCE_FUNCTION =
            Member.choice("DistanceFunction", "COSINE", "DOT_PRODUCT", "EUCLIDEAN").required();

    static final Member<List<Fields>> VECTOR_INDEXES = indexes("VectorIndexes");

    private static final Member<Fields> CREATE =
            Member.structure("Create", index("CreateVectorIndexAction"));
    private static final Member<Fields> DELETE =
            Member.structure(
                    "Delete", Structure.of("DeleteVectorIndexAction", IndexMembers.INDEX_NAME));

    static final Member<List<Fields>> VECTOR_INDEX_UPDATES =
            Member.structures(
                    "VectorIndexUpdates", Structure.of("VectorIndexUpdate", CREATE, DELETE));

    private VectorMembers() {}

    static Member<List<Fields>> indexes(String member) {
        return Member.structures(member, index("VectorIndex"));
    }

    static @Nullable List<VectorIndexSpecification> indexes(Fields request) {
        return indexes(request, VECTOR_INDEXES);
    }

    static @Nullable List<VectorIndexSpecification> indexes(
            Fields request, Member<List<Fields>> member) {
        List<Fields> indexes = request.get(member);
        return indexes == null ? null : indexes.stream().map(VectorMembers::index).toList();
    }

    static @Nullable List<VectorIndexUpdate> updates(Fields request) {
        List<Fields> updates = request.get(VECTOR_INDEX_UPDATES);
        return updates == null ? null : updates.stream().map(VectorMembers::update).toList();
    }

    private static Structure index(String name) {
        return Structure.of(
                name,
                IndexMembers.INDEX_NAME,
                VECTOR_ATTRIBUTE,
                SEARCH_SCHEMA,
                IndexMembers.PROJECTION,
                DIMENSIONS,
                DISTANCE_FUNCTION);
    }

    private static VectorIndexSpecification index(Fields index) {
        List<Fields> schema = index.get(SEARCH_SCHEMA);
        return new VectorIndexSpecification(
                index.require(IndexMembers.INDEX_NAME),
                index.require(VECTOR_ATTRIBUTE).require(ATTRIBUTE_NAME),
                schema == null ? null : schema.stream().map(VectorMembers::element).toList(),
                IndexMembers.projection(index),
                index.require(DIMENSIONS),
                VectorDistanceFunction.valueOf(index.require(DISTANCE_FUNCTION)));
    }

    private static SearchSchemaElement element(Fields element) {
        return new SearchSchemaElement(
                element.require(ATTRIBUTE_NAME),
                SearchSchemaElement.Type.valueOf(element.require(ELEMENT_TYPE)));
    }

    private static VectorIndexUpdate update(Fields update) {
        Fields create = update.get(CREATE);
        Fields delete = update.get(DELETE);
        return new VectorIndexUpdate(
                create == null ? null : index(create),
                delete == null ? null : delete.require(IndexMembers.INDEX_NAME));
    }
}
