package dev.millrace.triggers.function.catalog;

import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import java.util.List;
import java.util.Map;

/// The members of functions in JSON, with the constraints of the service model (lambda-2015-03-31,
/// CreateFunctionRequest).
final class FunctionMembers {
    static final Member<String> FUNCTION_NAME =
            Member.text("FunctionName")
                    .rule(Rules.length(1, 140))
                    .rule(
                            Rules.pattern(
                                    "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"))
                    .required();
    static final Member<String> RUNTIME = Member.text("Runtime");
    static final Member<String> HANDLER =
            Member.text("Handler").rule(Rules.length(0, 128)).rule(Rules.pattern("[^\\s]+"));
    static final Member<String> ROLE =
            Member.text("Role")
                    .rule(
                            Rules.pattern(
                                    "arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+"));
    static final Member<String> DESCRIPTION = Member.text("Description").rule(Rules.length(0, 256));
    static final Member<Integer> TIMEOUT = number("Timeout", 1, 5_400);
    static final Member<Integer> MEMORY_SIZE = number("MemorySize", 128, 32_768);
    static final Member<Map<String, String>> TAGS = Member.map("Tags", "TagValue", JsonInput::text);
    static final Member<Map<String, String>> VARIABLES =
            Member.map("Variables", "EnvironmentVariableValue", JsonInput::text);
    static final Member<Fields> ENVIRONMENT =
            Member.structure("Environment", Structure.of("Environment", VARIABLES));
    static final Member<Integer> STORAGE_SIZE = number("Size", 512, 10_240);
    static final Member<Fields> EPHEMERAL_STORAGE =
            Member.structure("EphemeralStorage", Structure.of("EphemeralStorage", STORAGE_SIZE));
    static final Member<String> TRACING_MODE = Member.choice("Mode", "Active", "PassThrough");
    static final Member<Fields> TRACING_CONFIG =
            Member.structure("TracingConfig", Structure.of("TracingConfig", TRACING_MODE));
    static final Member<List<String>> ARCHITECTURES =
            Member.<String>list("Architectures", JsonInput::text)
                    .rule(Rules.size(1, 1))
                    .rule(Rules.each(Rules.oneOf("x86_64", "arm64")));
    static final Member<String> APPLY_ON = Member.choice("ApplyOn", "PublishedVersions", "None");
    static final Member<Fields> SNAP_START =
            Member.structure("SnapStart", Structure.of("SnapStart", APPLY_ON));

    static final Member<byte[]> ZIP_FILE = Member.of("ZipFile", JsonInput::largeBinary);
    static final Member<Fields> CODE =
            Member.structure(
                            "Code",
                            Structure.of("FunctionCode", ZIP_FILE)
                                    .refusing(
                                            "S3Bucket",
                                            "S3Key",
                                            "S3ObjectVersion",
                                            "S3ObjectStorageMode",
                                            "ImageUri",
                                            "SourceKMSKeyArn"))
                    .required();
    static final Member<String> PACKAGE_TYPE = Member.choice("PackageType", "Zip", "Image");
    static final Member<String> REVISION_ID = Member.text("RevisionId");
    static final Member<Boolean> DRY_RUN = Member.truth("DryRun");
    static final Member<Integer> RESERVED =
            Member.integer("ReservedConcurrentExecutions").rule(Rules.atLeast(0)).required();

    static final Structure CREATE =
            Structure.of(
                            "CreateFunctionRequest",
                            FUNCTION_NAME,
                            RUNTIME,
                            ROLE,
                            HANDLER,
                            CODE,
                            DESCRIPTION,
                            TIMEOUT,
                            MEMORY_SIZE,
                            PACKAGE_TYPE,
                            ENVIRONMENT,
                            EPHEMERAL_STORAGE,
                            TRACING_CONFIG,
                            ARCHITECTURES,
                            SNAP_START,
                            TAGS)
                    .refusing(unsupported())
                    .refusing("Publish", "PublishTo", "CodeSigningConfigArn", "TenancyConfig");

    static final Structure SETTINGS =
            Structure.of(
                            "UpdateFunctionConfigurationRequest",
                            RUNTIME,
                            ROLE,
                            HANDLER,
                            DESCRIPTION,
                            TIMEOUT,
                            MEMORY_SIZE,
                            ENVIRONMENT,
                            EPHEMERAL_STORAGE,
                            TRACING_CONFIG,
                            SNAP_START,
                            REVISION_ID)
                    .refusing(unsupported());

    static final Structure CODE_UPDATE =
            Structure.of("UpdateFunctionCodeRequest", ZIP_FILE, ARCHITECTURES, REVISION_ID, DRY_RUN)
                    .refusing(
                            "S3Bucket",
                            "S3Key",
                            "S3ObjectVersion",
                            "S3ObjectStorageMode",
                            "ImageUri",
                            "SourceKMSKeyArn",
                            "Publish",
                            "PublishTo");

    static final Structure CONCURRENCY = Structure.of("PutFunctionConcurrencyRequest", RESERVED);

    private FunctionMembers() {}

    private static String[] unsupported() {
        return new String[] {
            "VpcConfig",
            "DeadLetterConfig",
            "KMSKeyArn",
            "Layers",
            "FileSystemConfigs",
            "ImageConfig",
            "LoggingConfig",
            "DurableConfig",
            "CapacityProviderConfig"
        };
    }

    private static Member<Integer> number(String name, int min, int max) {
        return Member.integer(name).rule(Rules.atMost(max)).rule(Rules.atLeast(min));
    }
}
