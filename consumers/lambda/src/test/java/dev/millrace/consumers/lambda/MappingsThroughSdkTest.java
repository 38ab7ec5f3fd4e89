package dev.millrace.consumers.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A stream mapped to a function through the SDK.
@Timeout(120)
class MappingsThroughSdkTest {
    @TempDir private Path directory;
    private SdkServer server;
    private LambdaClient lambda;
    private String streamArn;

    @BeforeEach
    void start() {
        server = SdkServer.start(directory);
        lambda = server.lambda();
        streamArn = server.createTable();
        server.createNoteKeys("f");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void changesReachTheFunctionInOrder() throws IOException, InterruptedException {
        List<String> keys = IntStream.range(0, 20).mapToObj(i -> "k" + i).toList();
        keys.forEach(server::put);
        try (WatchService watch = directory.getFileSystem().newWatchService()) {
            directory.register(
                    watch,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            map();
            while (notes().size() < keys.size()) {
                WatchKey key = watch.take();
                key.pollEvents();
                key.reset();
            }
        }

        assertThat(notes()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void mappingIsWhatWasAskedFor() {
        String id =
                lambda.createEventSourceMapping(request ->
                                request.functionName("f")
                                        .eventSourceArn(streamArn)
                                        .startingPosition(EventSourcePosition.LATEST)
                                        .enabled(false)
                                        .batchSize(10)
                                        .maximumBatchingWindowInSeconds(3)
                                        .maximumRecordAgeInSeconds(120)
                                        .maximumRetryAttempts(2)
                                        .parallelizationFactor(4)
                                        .bisectBatchOnFunctionError(true)
                                        .functionResponseTypesWithStrings("ReportBatchItemFailures")
                                        .filterCriteria(criteria ->
                                                criteria.filters(
                                                        List.of(
                                                                Filter.builder()
                                                                        .pattern(
                                                                                "{\"eventName\":[\"INSERT\"]}")
                                                                        .build()))))
                        .uuid();
        GetEventSourceMappingResponse found =
                lambda.getEventSourceMapping(request -> request.uuid(id));

        assertThat(found.batchSize()).isEqualTo(10);
        assertThat(found.maximumBatchingWindowInSeconds()).isEqualTo(3);
        assertThat(found.maximumRecordAgeInSeconds()).isEqualTo(120);
        assertThat(found.maximumRetryAttempts()).isEqualTo(2);
        assertThat(found.parallelizationFactor()).isEqualTo(4);
        assertThat(found.bisectBatchOnFunctionError()).isTrue();
        assertThat(found.functionResponseTypesAsStrings())
                .containsExactly("ReportBatchItemFailures");
        assertThat(found.filterCriteria().filters().getFirst().pattern())
                .isEqualTo("{\"eventName\":[\"INSERT\"]}");
        assertThat(found.startingPosition()).isEqualTo(EventSourcePosition.LATEST);
        assertThat(found.lastModified()).isNotNull();
    }

    @Test
    void listFindsTheMappingByItsFunctionAndByItsStream() {
        String id = map().uuid();

        assertThat(
                        lambda.listEventSourceMappingsPaginator(
                                        request -> request.functionName("f"))
                                .eventSourceMappings())
                .extracting(EventSourceMappingConfiguration::uuid)
                .containsExactly(id);
        assertThat(
                        lambda.listEventSourceMappingsPaginator(
                                        request -> request.eventSourceArn(streamArn))
                                .eventSourceMappings())
                .extracting(EventSourceMappingConfiguration::uuid)
                .containsExactly(id);
    }

    @Test
    void updateChangesWhatItNames() {
        String id = map().uuid();
        lambda.updateEventSourceMapping(request -> request.uuid(id).batchSize(7));

        assertThat(lambda.getEventSourceMapping(request -> request.uuid(id)).batchSize())
                .isEqualTo(7);
    }

    @Test
    void tagsAreKept() {
        String arn = map().eventSourceMappingArn();
        lambda.tagResource(request -> request.resource(arn).tags(Map.of("team", "a", "env", "t")));
        lambda.untagResource(request -> request.resource(arn).tagKeys("env"));

        assertThat(lambda.listTags(request -> request.resource(arn)).tags())
                .isEqualTo(Map.of("team", "a"));
    }

    @Test
    void secondMappingOfTheSamePairIsAConflict() {
        map();

        assertThatThrownBy(this::map).isInstanceOf(ResourceConflictException.class);
    }

    @Test
    void deletedMappingIsSoonNotFound() {
        String id = map().uuid();
        lambda.deleteEventSourceMapping(request -> request.uuid(id));

        assertThatThrownBy(
                        () -> {
                            while (true) {
                                lambda.getEventSourceMapping(request -> request.uuid(id));
                            }
                        })
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private CreateEventSourceMappingResponse map() {
        return lambda.createEventSourceMapping(request ->
                request.functionName("f")
                        .eventSourceArn(streamArn)
                        .startingPosition(EventSourcePosition.TRIM_HORIZON));
    }

    private List<String> notes() throws IOException {
        return Files.exists(server.notes()) ? Files.readAllLines(server.notes()) : List.of();
    }
}
