package dev.millrace.wire.global;

import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import java.util.List;

/// The members that requests on global tables share.
final class GlobalMembers {
    static final Member<String> GLOBAL_TABLE_NAME = TableName.plain("GlobalTableName").required();
    static final Member<String> REGION_NAME = Member.text("RegionName");
    static final Member<String> REQUIRED_REGION_NAME = REGION_NAME.required();
    static final int INDEXES_MAX = 20;

    private static final int ROLE_CHARS_MAX = 1_600;
    private static final int POLICY_CHARS_MAX = 256;

    private GlobalMembers() {}

    /// How a number of units scales.
    static Member<Fields> scaling(String name) {
        return Member.structure(
                name,
                Structure.of(
                        "AutoScalingSettingsUpdate",
                        units("MinimumUnits"),
                        units("MaximumUnits"),
                        Member.truth("AutoScalingDisabled"),
                        Member.text("AutoScalingRoleArn").rule(Rules.length(1, ROLE_CHARS_MAX)),
                        Member.structure("ScalingPolicyUpdate", policy())));
    }

    /// A number of units, at least one.
    static Member<Long> units(String name) {
        return Member.longInteger(name).rule(Rules.atLeast(1));
    }

    /// The name of an index.
    static Member<String> indexName() {
        return TableName.plain("IndexName");
    }

    /// A list of settings, one for each index.
    static Member<List<Fields>> perIndex(String name, Structure settings) {
        return Member.structures(name, settings);
    }

    private static Structure policy() {
        return Structure.of(
                "AutoScalingPolicyUpdate",
                Member.text("PolicyName").rule(Rules.length(1, POLICY_CHARS_MAX)),
                Member.structure(
                                "TargetTrackingScalingPolicyConfiguration",
                                Structure.of(
                                        "AutoScalingTargetTrackingScalingPolicyConfigurationUpdate",
                                        Member.truth("DisableScaleIn"),
                                        Member.integer("ScaleInCooldown"),
                                        Member.integer("ScaleOutCooldown"),
                                        Member.longInteger("TargetValue").required()))
                        .required());
    }
}
