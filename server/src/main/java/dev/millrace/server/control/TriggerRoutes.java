package dev.millrace.server.control;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.deadletter.DeadLetter;
import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.run.MappingReport;
import dev.millrace.triggers.run.MappingStatus.Figures;
import dev.millrace.triggers.run.Operator;
import dev.millrace.wire.JsonOutput;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What can be asked of triggers.
///
/// @param operator who knows of them
record TriggerRoutes(Operator operator) {
    private static final String MAPPING = "mapping";
    private static final String SHARD = "shard";
    private static final String FIRST = "first";

    List<Route> routes() {
        return List.of(
                Route.get("/triggers", Set.of(), (_, answer) -> list(answer)),
                Route.get("/triggers/dead-letters", Set.of(MAPPING), this::deadLetters),
                Route.post("/triggers/replay", Set.of(MAPPING, SHARD, FIRST), this::replay));
    }

    private void list(JsonOutput answer) {
        answer.startArray("triggers");
        operator.mappings().forEach(each -> write(each, answer));
        answer.endArray();
    }

    private void deadLetters(Members members, JsonOutput answer) {
        String mapping = members.text(MAPPING);
        List<DeadLetter> letters =
                mapping == null
                        ? operator.deadLetters()
                        : refusing(() -> operator.deadLetters(mapping));
        answer.startArray("deadLetters");
        for (DeadLetter each : letters) {
            answer.startObject();
            write(each, answer);
            answer.endObject();
        }
        answer.endArray();
    }

    private void replay(Members members, JsonOutput answer) {
        String mapping = members.require(MAPPING);
        String shard = members.require(SHARD);
        String first = members.require(FIRST);
        write(refusing(() -> operator.replay(mapping, shard, first)), answer);
    }

    private static <T> T refusing(Supplier<T> action) {
        try {
            return action.get();
        } catch (ApiException e) {
            String text = String.valueOf(e.getMessage());
            throw e.error() == ApiError.FUNCTION_RESOURCE_NOT_FOUND
                    ? Refusal.notFound("there is no such mapping or dead letter")
                    : Refusal.conflict(text);
        }
    }

    private static void write(MappingReport report, JsonOutput answer) {
        EventSourceMapping mapping = report.view().mapping();
        answer.startObject();
        answer.text(MAPPING, mapping.uuid());
        answer.text("function", name(mapping.function()));
        answer.text("stream", mapping.eventSourceArn());
        answer.text("state", report.view().state().text());
        answer.text("lastResult", report.view().lastResult());
        answer.truth("exactlyOnce", mapping.isExactlyOnce());
        answer.whole("lagRecords", report.lag().records());
        answer.whole("lagMillis", report.lag().age().toMillis());
        write(report.figures(), answer);
        answer.whole("deadLetters", report.deadLetters());
        answer.endObject();
    }

    private static void write(Figures figures, JsonOutput answer) {
        answer.whole("iteratorAgeMillis", figures.iteratorAge().toMillis());
        answer.whole("invocations", figures.invocations());
        answer.whole("records", figures.records());
        answer.whole("errors", figures.errors());
        answer.whole("notReached", figures.notReached());
        answer.whole("retries", figures.retries());
        answer.whole("bisections", figures.bisections());
        answer.whole("discardedRecords", figures.discarded());
        answer.whole("undeliveredRecords", figures.undelivered());
        answer.whole("faults", figures.faults());
        answer.whole("restingShards", figures.resting());
    }

    private static void write(DeadLetter letter, JsonOutput answer) {
        DeadLetter.GivenUp givenUp = letter.givenUp();
        DeadLetter.Replayed replay = letter.replay();
        answer.text(MAPPING, letter.mappingUuid());
        answer.text("stream", letter.streamArn());
        answer.text(SHARD, letter.shardId());
        answer.text(FIRST, letter.first());
        answer.text("last", letter.range().last());
        answer.whole("records", letter.records());
        answer.text("firstCreated", letter.firstCreated().toString());
        answer.text("lastCreated", letter.lastCreated().toString());
        answer.text("givenUp", givenUp.moment().toString());
        answer.text("condition", givenUp.condition());
        answer.whole("invocations", givenUp.invocations());
        answer.text("error", givenUp.error());
        answer.text("destination", givenUp.destination());
        answer.truth("delivered", givenUp.delivered());
        answer.text("replayed", replay == null ? null : replay.moment().toString());
        answer.text("result", replay == null ? null : replay.result());
    }

    private static String name(FunctionName function) {
        String qualifier = function.qualifier();
        return qualifier == null ? function.name() : function.name() + ":" + qualifier;
    }
}
