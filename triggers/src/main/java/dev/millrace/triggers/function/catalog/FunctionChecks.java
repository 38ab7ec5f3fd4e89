package dev.millrace.triggers.function.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.triggers.function.process.LocalRuntimes;
import dev.millrace.triggers.function.process.ProcessEnvironment;
import dev.millrace.wire.JsonOutput;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the settings of functions must keep to beyond the form of each.
final class FunctionChecks {
    /// The most bytes of all variables as JSON (source: Lambda's quotas).
    static final int ENVIRONMENT_BYTES_MAX = 4 << 10;

    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z]([a-zA-Z0-9_])+");

    private final LocalRuntimes runtimes;

    FunctionChecks(LocalRuntimes runtimes) {
        this.runtimes = runtimes;
    }

    /// Checks settings.
    ///
    /// @throws dev.millrace.model.error.ApiException for the first thing that is wrong
    void require(FunctionSettings settings) {
        boolean provided = settings.runtime().startsWith("provided");
        if (settings.runtime().isEmpty() || (settings.handler().isEmpty() && !provided)) {
            throw FunctionErrors.invalid(
                    "Runtime and Handler are mandatory parameters for functions created with"
                            + " deployment packages.");
        }
        String obstacle = runtimes.obstacle(settings.runtime());
        if (obstacle != null) {
            throw FunctionErrors.invalid(obstacle);
        }
        require(settings.environment());
    }

    private static void require(Map<String, String> environment) {
        for (String name : environment.keySet()) {
            if (!VARIABLE.matcher(name).matches()
                    && ProcessEnvironment.reserved(Set.of(name)).isEmpty()) {
                throw FunctionErrors.invalid("'" + name + "' is not the name of a variable.");
            }
        }
        Set<String> reserved = ProcessEnvironment.reserved(environment.keySet());
        if (!reserved.isEmpty()) {
            throw FunctionErrors.reservedVariables(reserved);
        }
        JsonOutput output = new JsonOutput();
        output.document(() -> environment.forEach(output::text));
        if (output.length() > ENVIRONMENT_BYTES_MAX) {
            throw FunctionErrors.tooManyVariables(new String(output.toByteArray(), UTF_8));
        }
    }
}
