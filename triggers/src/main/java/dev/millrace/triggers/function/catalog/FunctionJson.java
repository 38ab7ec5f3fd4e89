package dev.millrace.triggers.function.catalog;

import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.process.ProcessEnvironment;
import dev.millrace.triggers.mapping.LambdaNames;
import dev.millrace.wire.JsonOutput;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// A function as clients see it (lambda-2015-03-31, FunctionConfiguration).
public final class FunctionJson {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private FunctionJson() {}

    /// Writes the members of a function's configuration into the object that is open.
    public static void write(FunctionView view, LambdaNames names, JsonOutput output) {
        FunctionDefinition function = view.definition();
        output.text("FunctionName", function.name());
        output.text("FunctionArn", names.functionArn(new FunctionName(function.name(), null)));
        writeSettings(function, output);
        output.whole("CodeSize", function.code().size());
        output.text("CodeSha256", function.code().sha256());
        output.text("LastModified", MOMENT.format(function.lastModified()));
        output.text("Version", FunctionPlan.VERSION);
        output.text("RevisionId", function.revisionId());
        output.text("PackageType", "Zip");
        writeState(view.moment(), output);
        output.startObject("SnapStart");
        output.text("ApplyOn", "None");
        output.text("OptimizationStatus", "Off");
        output.endObject();
        output.startObject("LoggingConfig");
        output.text("LogFormat", "Text");
        output.text("LogGroup", ProcessEnvironment.logGroup(function.name()));
        output.endObject();
    }

    /// Writes a member that is a map of texts.
    public static void writeTexts(String name, Map<String, String> texts, JsonOutput output) {
        output.startObject(name);
        texts.forEach(output::text);
        output.endObject();
    }

    static void writeSettings(FunctionDefinition function, JsonOutput output) {
        FunctionSettings settings = function.settings();
        output.text("Runtime", settings.runtime());
        output.text("Role", settings.role());
        if (!settings.handler().isEmpty()) {
            output.text("Handler", settings.handler());
        }
        output.text("Description", settings.description());
        output.whole("Timeout", settings.timeout());
        output.whole("MemorySize", settings.memorySize());
        if (!settings.environment().isEmpty()) {
            output.startObject("Environment");
            writeTexts("Variables", settings.environment(), output);
            output.endObject();
        }
        output.startObject("TracingConfig");
        output.text("Mode", settings.tracingMode());
        output.endObject();
        output.startArray("Architectures");
        output.text(function.architecture());
        output.endArray();
        output.startObject("EphemeralStorage");
        output.whole("Size", settings.ephemeralStorage());
        output.endObject();
    }

    private static void writeState(FunctionView.Moment moment, JsonOutput output) {
        switch (moment) {
            case CREATED -> {
                output.text("State", "Pending");
                output.text("StateReason", "The function is being created.");
                output.text("StateReasonCode", "Creating");
            }
            case UPDATED -> {
                output.text("State", "Active");
                output.text("LastUpdateStatus", "InProgress");
                output.text("LastUpdateStatusReason", "The function is being created.");
                output.text("LastUpdateStatusReasonCode", "Creating");
            }
            case SETTLED -> {
                output.text("State", "Active");
                output.text("LastUpdateStatus", "Successful");
            }
        }
    }
}
