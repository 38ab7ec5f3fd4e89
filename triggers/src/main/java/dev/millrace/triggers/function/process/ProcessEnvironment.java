package dev.millrace.triggers.function.process;

import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.role.RoleSession;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The variables that a function sees (lambda-esm reference, section 14): those of Lambda, those of
/// its owner, and of the server's own no more than programs need to be found.
public final class ProcessEnvironment {
    /// The names that an owner may not use.
    private static final Set<String> RESERVED =
            Set.of(
                    "_HANDLER",
                    "_X_AMZN_TRACE_ID",
                    "AWS_ACCESS_KEY",
                    "AWS_ACCESS_KEY_ID",
                    "AWS_DEFAULT_REGION",
                    "AWS_EXECUTION_ENV",
                    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                    "AWS_LAMBDA_FUNCTION_NAME",
                    "AWS_LAMBDA_FUNCTION_VERSION",
                    "AWS_LAMBDA_INITIALIZATION_TYPE",
                    "AWS_LAMBDA_LOG_GROUP_NAME",
                    "AWS_LAMBDA_LOG_STREAM_NAME",
                    "AWS_LAMBDA_RUNTIME_API",
                    "AWS_REGION",
                    "AWS_SECRET_ACCESS_KEY",
                    "AWS_SECRET_KEY",
                    "AWS_SESSION_TOKEN",
                    "LAMBDA_RUNTIME_DIR",
                    "LAMBDA_TASK_ROOT");

    private static final Set<String> INHERITED = Set.of("PATH", "LANG", "LD_LIBRARY_PATH");

    private ProcessEnvironment() {}

    /// Those of these names that are reserved, in the order of the alphabet.
    public static Set<String> reserved(Set<String> names) {
        Set<String> found = new TreeSet<>(names);
        found.retainAll(RESERVED);
        return found;
    }

    /// The name of the group that a function's log belongs to.
    public static String logGroup(String functionName) {
        return "/aws/lambda/" + functionName;
    }

    static Map<String, String> of(
            FunctionPlan plan,
            ProcessCode code,
            String runtimeApi,
            String logStream,
            Path temporary,
            RoleSession session,
            ProcessSurroundings surroundings) {
        Map<String, String> all = new HashMap<>(surroundings.environment());
        all.keySet().retainAll(INHERITED);
        String endpoint = surroundings.endpoint().toString();
        all.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
        all.put("AWS_ENDPOINT_URL_DYNAMODB_STREAMS", endpoint);
        all.put("TZ", ":UTC");
        all.put("TMPDIR", temporary.toString());
        // The home of the server's user may hold credentials of its own.
        all.put("HOME", temporary.toString());
        all.putAll(plan.environment());
        all.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        all.put("_HANDLER", plan.handler());
        all.put("LAMBDA_TASK_ROOT", code.taskRoot().toString());
        all.put("LAMBDA_RUNTIME_DIR", surroundings.runtimeDirectory().toString());
        all.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + plan.runtime());
        all.put("AWS_LAMBDA_FUNCTION_NAME", plan.name());
        all.put("AWS_LAMBDA_FUNCTION_VERSION", FunctionPlan.VERSION);
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(plan.memoryMegabytes()));
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", logGroup(plan.name()));
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        all.put("AWS_REGION", surroundings.names().region());
        all.put("AWS_DEFAULT_REGION", surroundings.names().region());
        all.put("AWS_ACCESS_KEY_ID", session.accessKeyId());
        all.put("AWS_SECRET_ACCESS_KEY", session.secretAccessKey());
        all.put("AWS_SESSION_TOKEN", session.sessionToken());
        return all;
    }
}
