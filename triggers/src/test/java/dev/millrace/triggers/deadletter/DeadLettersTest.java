package dev.millrace.triggers.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.ReadDocumentsResponse;
import dev.millrace.model.response.WriteDocumentsResponse;
import dev.millrace.model.value.Binary;
import dev.millrace.triggers.deadletter.DeadLetter.GivenUp;
import dev.millrace.triggers.deadletter.DeadLetter.Replayed;
import dev.millrace.triggers.poll.LaneRange;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class DeadLettersTest {
    private static final Instant START = Instant.parse("2026-11-23T06:00:00Z");

    private final Map<String, Binary> documents = new TreeMap<>();
    private final DeadLetters letters = new DeadLetters(this::read, this::write, 3);

    @Test
    void letterIsReadAsItWasKept() {
        DeadLetter letter = letter("m", 1).with(new Replayed(START.plusSeconds(9), "OK"));
        letters.keep(letter);

        assertThat(letters.of("m")).containsExactly(letter);
        assertThat(letters.find("m", "shard", "1")).contains(letter);
    }

    @Test
    void lettersAreListedTheOldestFirst() {
        letters.keep(letter("m", 2));
        letters.keep(letter("m", 1));
        letters.keep(letter("a", 3));

        assertThat(letters.all()).extracting(DeadLetter::first).containsExactly("1", "2", "3");
    }

    @Test
    void letterOfTheSameRecordsIsReplaced() {
        letters.keep(letter("m", 1));
        letters.keep(letter("m", 1).with(new Replayed(START, "OK")));

        assertThat(letters.of("m")).singleElement().matches(DeadLetter::isSettled);
    }

    @Test
    void oldestGoesWhenThereAreTooMany() {
        for (int i = 1; i <= 5; i++) {
            letters.keep(letter("m", i));
        }

        assertThat(letters.of("m")).extracting(DeadLetter::first).containsExactly("3", "4", "5");
    }

    @Test
    void asManyAsMayBeKeptAreKept() {
        for (int i = 1; i <= 3; i++) {
            letters.keep(letter("m", i));
        }

        assertThat(letters.of("m")).hasSize(3);
    }

    @Test
    void settledOneGoesBeforeAnOlderOne() {
        letters.keep(letter("m", 1));
        letters.keep(letter("m", 2).with(new Replayed(START, "OK")));
        letters.keep(letter("m", 3));
        letters.keep(letter("m", 4));

        assertThat(letters.of("m")).extracting(DeadLetter::first).containsExactly("1", "3", "4");
    }

    @Test
    void boundIsThatOfEachMapping() {
        for (int i = 1; i <= 4; i++) {
            letters.keep(letter("m", i));
            letters.keep(letter("n", i));
        }

        assertThat(letters.of("m")).hasSize(3);
        assertThat(letters.of("n")).hasSize(3);
    }

    private static DeadLetter letter(String mapping, int number) {
        return new DeadLetter(
                mapping,
                "arn:stream",
                "shard",
                new LaneRange(1, 3, Integer.toString(number), Integer.toString(number + 5)),
                List.of("{\"eventName\":[\"INSERT\"]}"),
                6,
                START,
                START.plusSeconds(1),
                new GivenUp(
                        START.plusSeconds(number),
                        "RetryAttemptsExhausted",
                        2,
                        "it \"broke\"",
                        "arn:aws:sqs:us-east-1:000000000000:q",
                        true),
                null);
    }

    private ReadDocumentsResponse read(ReadDocumentsRequest request) {
        return new ReadDocumentsResponse(
                documents.entrySet().stream()
                        .filter(each -> each.getKey().startsWith(request.keyPrefix()))
                        .map(each -> new Document(request.kind(), each.getKey(), each.getValue()))
                        .toList());
    }

    private WriteDocumentsResponse write(WriteDocumentsRequest request) {
        for (DocumentChange change : request.changes()) {
            Binary content = change.content();
            if (content == null) {
                documents.remove(change.key());
            } else {
                documents.put(change.key(), content);
            }
        }
        return new WriteDocumentsResponse();
    }
}
