package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.commit.LogState;
import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ControlOptions;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.server.http.Health;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

class HealthTest {
    @Test
    void aRunningServerLivesAndIsReadyOnBothPorts() throws Exception {
        ControlOptions control = new ControlOptions(new ClockChoice.OfSystem(), 0, "127.0.0.1");
        try (MillraceServer server =
                MillraceServer.start(ServerOptions.inMemory().withControl(control))) {
            URI second = Objects.requireNonNull(server.controlEndpoint());
            assertThat(get(server.endpoint(), Health.LIVE_PATH))
                    .isEqualTo("200 {\"status\":\"live\"}");
            assertThat(get(server.endpoint(), Health.READY_PATH))
                    .isEqualTo("200 {\"status\":\"ready\"}");
            assertThat(get(second, Health.LIVE_PATH)).isEqualTo("200 {\"status\":\"live\"}");
            assertThat(get(second, Health.READY_PATH)).isEqualTo("200 {\"status\":\"ready\"}");
        }
    }

    @Test
    void aServerThatTakesNoWritesIsNotReadyAndSaysWhy() {
        Health health = Health.of(new LogState.ReadOnly("the disk is full", false));

        assertThat(health.status()).isEqualTo(503);
        assertThat(text(health))
                .isEqualTo("{\"status\":\"read-only\",\"reason\":\"the disk is full\"}");
    }

    @Test
    void aServerThatOnlyAStartCanHelpSaysSo() {
        Health health = Health.of(new LogState.ReadOnly("damage", true));

        assertThat(text(health)).contains("\"status\":\"read-only until restart\"");
    }

    private static String text(Health health) {
        return new String(health.json(), StandardCharsets.UTF_8);
    }

    private static String get(URI server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
