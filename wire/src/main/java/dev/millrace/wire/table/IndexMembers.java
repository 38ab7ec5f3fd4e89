package dev.millrace.wire.table;

import dev.millrace.model.request.GlobalSecondaryIndexUpdate;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The members of CreateTable and UpdateTable that ask for secondary indexes.
final class IndexMembers {
    private static final int NON_KEY_ATTRIBUTES_MAX = 20;
    private static final int ATTRIBUTE_NAME_CHARS_MAX = 255;

    static final Member<String> INDEX_NAME =
            Member.text("IndexName")
                    .required()
                    .rule(Rules.pattern(TableName.CHARACTERS))
                    .rule(Rules.length(TableName.CHARS_MIN, TableName.CHARS_MAX));
    private static final Member<String> PROJECTION_TYPE =
            Member.choice("ProjectionType", "ALL", "INCLUDE", "KEYS_ONLY");
    private static final Member<List<String>> NON_KEY_ATTRIBUTES =
            Member.<String>list("NonKeyAttributes", JsonInput::text)
                    .rule(Rules.size(1, NON_KEY_ATTRIBUTES_MAX))
                    .rule(Rules.each(Rules.length(1, ATTRIBUTE_NAME_CHARS_MAX)));
    static final Member<Fields> PROJECTION =
            Member.structure(
                            "Projection",
                            Structure.of("Projection", PROJECTION_TYPE, NON_KEY_ATTRIBUTES))
                    .required();
    private static final Member<List<Fields>> LOCAL_KEY_SCHEMA =
            TableMembers.keySchema(TableMembers.KEY_ATTRIBUTES_MAX).required();

    // How many attributes a global index may have is no constraint of the service model any more.
    private static final Member<List<Fields>> GLOBAL_KEY_SCHEMA =
            TableMembers.keySchema(Integer.MAX_VALUE).required();

    static final Member<List<Fields>> LOCAL_SECONDARY_INDEXES =
            localIndexes("LocalSecondaryIndexes");
    static final Member<List<Fields>> GLOBAL_SECONDARY_INDEXES =
            globalIndexes("GlobalSecondaryIndexes");

    private static final Member<Fields> CREATE =
            Member.structure("Create", globalIndex("CreateGlobalSecondaryIndexAction"));
    private static final Member<Fields> UPDATE =
            Member.structure(
                    "Update",
                    Structure.of(
                            "UpdateGlobalSecondaryIndexAction",
                            INDEX_NAME,
                            TableMembers.PROVISIONED_THROUGHPUT,
                            OptionMembers.ON_DEMAND_THROUGHPUT,
                            OptionMembers.WARM_THROUGHPUT));
    private static final Member<Fields> DELETE =
            Member.structure(
                    "Delete", Structure.of("DeleteGlobalSecondaryIndexAction", INDEX_NAME));

    static final Member<List<Fields>> GLOBAL_SECONDARY_INDEX_UPDATES =
            Member.structures(
                    "GlobalSecondaryIndexUpdates",
                    Structure.of("GlobalSecondaryIndexUpdate", UPDATE, CREATE, DELETE));

    private IndexMembers() {}

    static Member<List<Fields>> localIndexes(String member) {
        return Member.structures(
                member,
                Structure.of("LocalSecondaryIndex", INDEX_NAME, LOCAL_KEY_SCHEMA, PROJECTION));
    }

    static Member<List<Fields>> globalIndexes(String member) {
        return Member.structures(member, globalIndex("GlobalSecondaryIndex"));
    }

    static @Nullable List<IndexSpecification> localIndexes(Fields request) {
        return localIndexes(request, LOCAL_SECONDARY_INDEXES);
    }

    static @Nullable List<IndexSpecification> globalIndexes(Fields request) {
        return globalIndexes(request, GLOBAL_SECONDARY_INDEXES);
    }

    static @Nullable List<IndexSpecification> localIndexes(
            Fields request, Member<List<Fields>> member) {
        List<Fields> indexes = request.get(member);
        return indexes == null ? null : indexes.stream().map(IndexMembers::localIndex).toList();
    }

    static @Nullable List<IndexSpecification> globalIndexes(
            Fields request, Member<List<Fields>> member) {
        List<Fields> indexes = request.get(member);
        return indexes == null ? null : indexes.stream().map(IndexMembers::globalIndex).toList();
    }

    static @Nullable List<GlobalSecondaryIndexUpdate> updates(Fields request) {
        List<Fields> updates = request.get(GLOBAL_SECONDARY_INDEX_UPDATES);
        return updates == null ? null : updates.stream().map(IndexMembers::update).toList();
    }

    private static Structure globalIndex(String name) {
        return Structure.of(
                name,
                INDEX_NAME,
                GLOBAL_KEY_SCHEMA,
                PROJECTION,
                TableMembers.PROVISIONED_THROUGHPUT,
                OptionMembers.ON_DEMAND_THROUGHPUT,
                OptionMembers.WARM_THROUGHPUT);
    }

    private static IndexSpecification localIndex(Fields index) {
        return new IndexSpecification(
                index.require(INDEX_NAME),
                TableMembers.keySchema(index.require(LOCAL_KEY_SCHEMA)),
                projection(index),
                null,
                null,
                null);
    }

    private static IndexSpecification globalIndex(Fields index) {
        return new IndexSpecification(
                index.require(INDEX_NAME),
                TableMembers.keySchema(index.require(GLOBAL_KEY_SCHEMA)),
                projection(index),
                TableMembers.provisionedThroughput(index),
                OptionMembers.onDemandThroughput(index),
                OptionMembers.warmThroughput(index));
    }

    static IndexProjection projection(Fields index) {
        Fields projection = index.require(PROJECTION);
        return new IndexProjection(
                projection.choice(PROJECTION_TYPE, ProjectionType.class),
                projection.get(NON_KEY_ATTRIBUTES));
    }

    private static GlobalSecondaryIndexUpdate update(Fields update) {
        Fields create = update.get(CREATE);
        Fields throughput = update.get(UPDATE);
        Fields delete = update.get(DELETE);
        return new GlobalSecondaryIndexUpdate(
                create == null ? null : globalIndex(create),
                throughput == null ? null : throughputUpdate(throughput),
                delete == null ? null : delete.require(INDEX_NAME));
    }

    private static GlobalSecondaryIndexUpdate.Update throughputUpdate(Fields update) {
        return new GlobalSecondaryIndexUpdate.Update(
                update.require(INDEX_NAME),
                TableMembers.provisionedThroughput(update),
                OptionMembers.onDemandThroughput(update),
                OptionMembers.warmThroughput(update));
    }
}
