package dev.millrace.cli.data;

import dev.millrace.server.StartupException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/// The request for a backup at the control port of a running server.
record BackupCall(URI control) {
    private static final int OK = 200;

    /// Has the server make a backup, and returns its answer.
    ///
    /// @throws StartupException if there is no server, or it refuses
    String make(Path directory) {
        HttpRequest request =
                HttpRequest.newBuilder(control.resolve("/backup"))
                        .POST(BodyPublishers.ofString("{\"directory\":" + json(directory) + "}"))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new StartupException("no backup was made: " + answer.body());
            }
            return "Backup made: " + answer.body();
        } catch (IOException e) {
            throw new StartupException(
                    "no server answers at "
                            + control
                            + "; start it with --control-port, or name its control port with"
                            + " --control",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("the backup was interrupted", e);
        }
    }

    private static String json(Path path) {
        String text = path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"" + text + "\"";
    }
}
