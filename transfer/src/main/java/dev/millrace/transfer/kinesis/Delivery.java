package dev.millrace.transfer.kinesis;

import dev.millrace.engine.operation.Outbox;
import dev.millrace.wire.destination.KinesisEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/// One page of an outbox on its way into the stream, request by request. What a request fails with
/// is sent again before anything behind it; what the stream will never take is left out alone.
final class Delivery {
    private final Kinesis kinesis;
    private final Outbox outbox;
    private final SenderFigures figures;
    private final DeliveryLog log;
    private final Deque<List<KinesisEntry>> requests;

    Delivery(
            Kinesis kinesis,
            Outbox outbox,
            List<KinesisEntry> entries,
            SenderFigures figures,
            DeliveryLog log) {
        this.kinesis = kinesis;
        this.outbox = outbox;
        this.figures = figures;
        this.log = log;
        this.requests = new ArrayDeque<>(Rounds.of(entries));
    }

    /// Whether everything was taken.
    boolean isDone() {
        return requests.isEmpty();
    }

    /// Sends the next request.
    ///
    /// @return what went wrong, so that it is worth while to wait a little; null if nothing did
    @Nullable String sendNext() {
        List<KinesisEntry> request = requests.removeFirst();
        try {
            List<@Nullable String> refusals = kinesis.put(outbox.streamArn(), request);
            return keepRefused(request, refusals);
        } catch (KinesisException e) {
            figures.failedCall();
            return e.isFinal() ? leaveOut(request, e) : putBack(request, e);
        }
    }

    private @Nullable String keepRefused(
            List<KinesisEntry> request, List<@Nullable String> refusals) {
        List<KinesisEntry> refused = new ArrayList<>();
        for (int i = 0; i < request.size(); i++) {
            if (refusals.get(i) != null) {
                refused.add(request.get(i));
            }
        }
        figures.delivered(request.size() - refused.size());
        if (refused.isEmpty()) {
            return null;
        }
        figures.failedCall();
        requests.addFirst(refused);
        return refusals.stream().filter(Objects::nonNull).findFirst().orElseThrow();
    }

    private String putBack(List<KinesisEntry> request, KinesisException failure) {
        requests.addFirst(request);
        return String.valueOf(failure.getMessage());
    }

    // Which record of a request is at fault shows when each is sent alone.
    private @Nullable String leaveOut(List<KinesisEntry> request, KinesisException failure) {
        if (request.size() > 1) {
            request.reversed().forEach(entry -> requests.addFirst(List.of(entry)));
        } else {
            figures.refused();
            log.trouble(
                    "A change of table "
                            + outbox.tableName()
                            + " is left out of Kinesis stream "
                            + outbox.streamArn()
                            + ", which does not take it: "
                            + failure.getMessage());
        }
        return null;
    }
}
