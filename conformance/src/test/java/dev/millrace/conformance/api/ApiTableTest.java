package dev.millrace.conformance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.house.Repository;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// docs/api.md says what a server does. With `-Drewrite=true` it is written first.
class ApiTableTest {
    private static final Path ROOT = Repository.here().root();
    private static final Path PAGE = ROOT.resolve("docs/api.md");
    private static final int OPERATIONS_AT_LEAST = 60;

    @Test
    void pageListsEveryOperationAndMemberWithItsState() throws IOException {
        List<String> lines = found();
        if (Boolean.getBoolean("rewrite")) {
            Files.write(PAGE, lines);
        }

        assertThat(Files.readAllLines(PAGE)).isEqualTo(lines);
    }

    @Test
    void modelHasTheOperationsOfBothServices() {
        assertThat(ModelOperation.all())
                .hasSizeGreaterThan(OPERATIONS_AT_LEAST)
                .extracting(ModelOperation::target)
                .contains(
                        "DynamoDB_20120810.PutItem",
                        "DynamoDB_20120810.SearchVectors",
                        "DynamoDBStreams_20120810.GetRecords");
    }

    private static List<String> found() throws IOException {
        try (MillraceServer server = MillraceServer.start(ServerOptions.inMemory());
                ApiProbe probe = new ApiProbe(server.endpoint())) {
            return ApiTable.lines(
                    ModelOperation.all(),
                    probe,
                    ShownAnswers.in(ROOT.resolve("conformance/src/test/resources/wire")));
        }
    }
}
