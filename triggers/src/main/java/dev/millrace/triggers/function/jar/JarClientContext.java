package dev.millrace.triggers.function.jar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;

import dev.millrace.wire.JsonInput;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/// What the caller tells of itself, as a handler in a jar asks for it.
///
/// @param client the members of `client`; empty if there is none
/// @param custom the members of `custom`; null if there is none
/// @param environment the members of `env`; null if there is none
record JarClientContext(
        Map<String, String> client,
        @Nullable Map<String, String> custom,
        @Nullable Map<String, String> environment)
        implements ClientContext {

    /// What the JSON of a client context says.
    ///
    /// @throws dev.millrace.model.error.ApiException if it is no such JSON
    static JarClientContext of(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        Map<String, Map<String, String>> groups =
                new JsonInput(bytes, 0, bytes.length).document(JarClientContext::groups);
        return new JarClientContext(
                groups.getOrDefault("client", Map.of()), groups.get("custom"), groups.get("env"));
    }

    private static Map<String, Map<String, String>> groups(JsonInput input) {
        Map<String, Map<String, String>> groups = new HashMap<>();
        while (input.nextMember()) {
            switch (input.name()) {
                case "client", "custom", "env" -> {
                    if (!input.isNull()) {
                        groups.put(input.name(), texts(input));
                    }
                }
                default -> input.skip();
            }
        }
        return groups;
    }

    private static Map<String, String> texts(JsonInput input) {
        input.enterMap("ClientContext");
        Map<String, String> texts = new HashMap<>();
        while (input.nextMember()) {
            texts.put(input.name(), input.text());
        }
        return texts;
    }

    @Override
    public Client getClient() {
        return new Mobile(client);
    }

    @Override
    public @Nullable Map<String, String> getCustom() {
        return custom;
    }

    @Override
    public @Nullable Map<String, String> getEnvironment() {
        return environment;
    }

    // The application on a phone that such contexts were made for.
    private record Mobile(Map<String, String> members) implements Client {
        @Override
        public @Nullable String getInstallationId() {
            return members.get("installation_id");
        }

        @Override
        public @Nullable String getAppTitle() {
            return members.get("app_title");
        }

        @Override
        public @Nullable String getAppVersionName() {
            return members.get("app_version_name");
        }

        @Override
        public @Nullable String getAppVersionCode() {
            return members.get("app_version_code");
        }

        @Override
        public @Nullable String getAppPackageName() {
            return members.get("app_package_name");
        }
    }
}
