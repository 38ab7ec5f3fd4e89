package dev.millrace.triggers.function.catalog;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.FunctionName;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Violations;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// The bodies of the requests about functions, read and checked for their form.
public final class FunctionRequests {
    private static final int NAME_CHARS_MAX = 64;

    private FunctionRequests() {}

    /// Reads the body of CreateFunction.
    ///
    /// @throws dev.millrace.model.error.ApiException for the first thing that is wrong with it
    public static NewFunction create(JsonInput body) {
        Fields fields = FunctionMembers.CREATE.decode(body);
        if (fields.get(FunctionMembers.ROLE) == null) {
            throw ApiException.validation(
                    Violations.enveloped(
                            "Value null at 'role' failed to satisfy constraint: Member must not be"
                                    + " null"));
        }
        Fields code = fields.require(FunctionMembers.CODE);
        code.requireSupported();
        if ("Image".equals(fields.get(FunctionMembers.PACKAGE_TYPE))) {
            throw FunctionErrors.invalid(
                    "PackageType Image is not supported by this version of Millrace");
        }
        return new NewFunction(
                name(fields.require(FunctionMembers.FUNCTION_NAME)),
                settings(fields, FunctionSettings.DEFAULTS),
                zip(code),
                fields.orElse(FunctionMembers.ARCHITECTURES, List.of("x86_64")).getFirst(),
                fields.orElse(FunctionMembers.TAGS, Map.of()));
    }

    /// Reads the body of UpdateFunctionCode.
    ///
    /// @throws dev.millrace.model.error.ApiException for the first thing that is wrong with it
    public static CodeUpdate code(JsonInput body) {
        Fields fields = FunctionMembers.CODE_UPDATE.decode(body);
        List<String> architectures = fields.get(FunctionMembers.ARCHITECTURES);
        return new CodeUpdate(
                zip(fields),
                architectures == null ? null : architectures.getFirst(),
                fields.get(FunctionMembers.REVISION_ID),
                fields.orElse(FunctionMembers.DRY_RUN, false));
    }

    /// Reads the body of UpdateFunctionConfiguration.
    ///
    /// @throws dev.millrace.model.error.ApiException for the first thing that is wrong with it
    public static SettingsUpdate settings(JsonInput body) {
        Fields fields = FunctionMembers.SETTINGS.decode(body);
        return new SettingsUpdate(
                before -> settings(fields, before), fields.get(FunctionMembers.REVISION_ID));
    }

    /// Reads the body of PutFunctionConcurrency: the limit.
    ///
    /// @throws dev.millrace.model.error.ApiException for the first thing that is wrong with it
    public static int concurrency(JsonInput body) {
        return FunctionMembers.CONCURRENCY.decode(body).require(FunctionMembers.RESERVED);
    }

    /// The bare name in any form of a function's name.
    ///
    /// @throws dev.millrace.model.error.ApiException if it is none, or that of a version
    public static String name(String text) {
        FunctionName name =
                FunctionName.parse(text).orElseThrow(() -> FunctionErrors.invalidName(text));
        if (name.qualifier() != null || name.name().length() > NAME_CHARS_MAX) {
            throw FunctionErrors.invalidName(text);
        }
        return name.name();
    }

    /// `present` with what `fields` set anew.
    static FunctionSettings settings(Fields fields, FunctionSettings present) {
        refuseSnapStart(fields.get(FunctionMembers.SNAP_START));
        Fields environment = fields.get(FunctionMembers.ENVIRONMENT);
        Fields storage = fields.get(FunctionMembers.EPHEMERAL_STORAGE);
        Fields tracing = fields.get(FunctionMembers.TRACING_CONFIG);
        return new FunctionSettings(
                fields.orElse(FunctionMembers.RUNTIME, present.runtime()),
                fields.orElse(FunctionMembers.HANDLER, present.handler()),
                fields.orElse(FunctionMembers.ROLE, present.role()),
                fields.orElse(FunctionMembers.DESCRIPTION, present.description()),
                fields.orElse(FunctionMembers.TIMEOUT, present.timeout()),
                fields.orElse(FunctionMembers.MEMORY_SIZE, present.memorySize()),
                environment == null
                        ? present.environment()
                        : environment.orElse(FunctionMembers.VARIABLES, Map.of()),
                storage == null
                        ? present.ephemeralStorage()
                        : storage.orElse(FunctionMembers.STORAGE_SIZE, present.ephemeralStorage()),
                tracing == null
                        ? present.tracingMode()
                        : tracing.orElse(FunctionMembers.TRACING_MODE, present.tracingMode()));
    }

    private static void refuseSnapStart(@Nullable Fields snapStart) {
        if (snapStart != null
                && "PublishedVersions".equals(snapStart.get(FunctionMembers.APPLY_ON))) {
            throw FunctionErrors.invalid("SnapStart is not supported by this version of Millrace");
        }
    }

    private static Binary zip(Fields fields) {
        byte[] zip = fields.get(FunctionMembers.ZIP_FILE);
        if (zip == null || zip.length == 0) {
            throw FunctionErrors.invalid("Please provide a source for function code.");
        }
        return Binary.of(zip);
    }
}
