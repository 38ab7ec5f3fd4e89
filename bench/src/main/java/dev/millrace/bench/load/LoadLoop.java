package dev.millrace.bench.load;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.http.RequestWriter;
import dev.millrace.bench.http.ResponseBuffer;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// One thread's part of a load: its connections, in the calling thread.
///
/// Whatever is due is sent as long as a connection is free; then the thread waits for answers, and
/// in an open loop for the next moment. What is due while no connection is free waits its turn, and
/// its time goes on.
final class LoadLoop implements AutoCloseable {
    private static final int READ_BYTES = 256 * 1024;
    private static final long WAIT_MILLIS_MAX = 100;
    private static final long DRAIN_NANOS_MAX = 10_000_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Endpoint endpoint;
    private final RequestSource source;
    private final Selector selector;
    private final List<RequestWriter> writers;
    private final List<LoadConnection> connections = new ArrayList<>();
    private final Deque<LoadConnection> free = new ArrayDeque<>();
    private final ByteBuffer arrived = ByteBuffer.allocateDirect(READ_BYTES);
    private int underWay;
    private boolean isExhausted;

    // Since when at least one connection has been free: what is sent later than it was due, but not
    // later than that, is the server's doing.
    private long freeSince;

    /// Connects.
    ///
    /// @param first the number of the first connection; the others follow
    LoadLoop(Endpoint endpoint, int first, int count, RequestSource source) {
        this.endpoint = endpoint;
        this.source = source;
        this.writers =
                source.operations().stream()
                        .map(each -> new RequestWriter(endpoint, each, InstantSource.system()))
                        .toList();
        try {
            selector = Selector.open();
            for (int i = 0; i < count; i++) {
                connections.add(new LoadConnection(first + i, endpoint, selector));
            }
        } catch (IOException e) {
            throw endpoint.unreachable(e);
        }
    }

    /// Sends what is due until the schedule is over or the source has no more, then waits for the
    /// answers still under way: those of an open loop and of an exhausted source count, those of a
    /// closed loop come too late.
    void run(Schedule schedule, Tally tally) {
        long before = THREADS.getCurrentThreadCpuTime();
        try (Pacer pacer = Pacer.start(selector, schedule)) {
            isExhausted = false;
            // Connections that the server has closed since the last run are made again.
            await(0);
            receive(tally);
            free.addAll(connections);
            freeSince = System.nanoTime();
            drive(schedule, pacer, tally);
            drain(schedule, tally);
        } catch (IOException e) {
            throw endpoint.unreachable(e);
        } finally {
            free.clear();
            tally.busy(THREADS.getCurrentThreadCpuTime() - before);
        }
    }

    @Override
    public void close() {
        try {
            for (LoadConnection connection : connections) {
                connection.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new BenchException("the connections cannot be closed", e);
        }
    }

    private void drive(Schedule schedule, Pacer pacer, Tally tally) throws IOException {
        long giveUp = schedule.end() + DRAIN_NANOS_MAX;
        while (!isDone(schedule, giveUp)) {
            sendDue(schedule, tally);
            pacer.await(!free.isEmpty());
            boolean mayWait = free.isEmpty() || !mustSend(schedule);
            await(mayWait ? waitMillis(schedule) : 0);
            pacer.await(false);
            receive(tally);
        }
    }

    // An open loop goes on behind its end until everything that was due has been sent and answered.
    private boolean isDone(Schedule schedule, long giveUp) {
        long now = System.nanoTime();
        if (isExhausted) {
            return underWay == 0;
        }
        if (!schedule.isOpen()) {
            return schedule.isOver(now);
        }
        return (schedule.isOver(now) && underWay == 0) || now - giveUp >= 0;
    }

    private boolean mustSend(Schedule schedule) {
        return !isExhausted && schedule.isDue(System.nanoTime());
    }

    private static long waitMillis(Schedule schedule) {
        long left = schedule.isOpen() ? Long.MAX_VALUE : schedule.end() - System.nanoTime();
        return Math.clamp(left / 1_000_000, 1, WAIT_MILLIS_MAX);
    }

    private void sendDue(Schedule schedule, Tally tally) throws IOException {
        while (!free.isEmpty() && mustSend(schedule)) {
            long now = System.nanoTime();
            LoadConnection connection = free.pop();
            Request request = source.next(connection.number());
            if (request == null) {
                free.push(connection);
                isExhausted = true;
                return;
            }
            long from = schedule.take(now);
            tally.sentLate(now - Math.max(from, freeSince));
            send(connection, request, from, tally);
        }
    }

    private void send(LoadConnection connection, Request request, long from, Tally tally)
            throws IOException {
        underWay++;
        try {
            connection.send(request, writers.get(request.operation()), from);
        } catch (IOException e) {
            lost(connection, tally, e);
        }
    }

    private void await(long millis) throws IOException {
        if (millis == 0) {
            selector.selectNow();
        } else {
            selector.select(millis);
        }
    }

    private void receive(Tally tally) throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid()) {
                advance((LoadConnection) key.attachment(), tally);
            }
        }
        selector.selectedKeys().clear();
    }

    private void advance(LoadConnection connection, Tally tally) throws IOException {
        boolean isComplete;
        try {
            isComplete = connection.advance(arrived);
        } catch (IOException e) {
            lost(connection, tally, e);
            return;
        }
        if (isComplete) {
            answered(connection, tally);
            if (connection.response().isLast()) {
                connection.reconnect();
            }
            release(connection);
        }
    }

    private void answered(LoadConnection connection, Tally tally) {
        ResponseBuffer response = connection.response();
        if (!response.isOk()) {
            tally.refused(response);
            source.refused(connection.number());
            return;
        }
        switch (source.judge(connection.operation(), response)) {
            case GOOD -> {
                long now = System.nanoTime();
                tally.answered(now - connection.countsFrom(), source.itemsPerAnswer(), now);
            }
            case THROTTLED -> {
                tally.throttled();
                source.refused(connection.number());
            }
            case WRONG -> tally.failed("a wrong answer", response.text());
        }
    }

    // A server may close a connection that has nothing to do.
    private void lost(LoadConnection connection, Tally tally, IOException cause)
            throws IOException {
        if (connection.isUnderWay()) {
            tally.failed("a broken connection", String.valueOf(cause.getMessage()));
            source.refused(connection.number());
            release(connection);
        }
        connection.reconnect();
    }

    private void release(LoadConnection connection) {
        underWay--;
        if (free.isEmpty()) {
            freeSince = System.nanoTime();
        }
        free.push(connection);
    }

    private void drain(Schedule schedule, Tally tally) throws IOException {
        if (schedule.isOpen()) {
            giveUp(schedule, tally);
            return;
        }
        Tally late = new Tally();
        long end = System.nanoTime() + DRAIN_NANOS_MAX;
        while (underWay > 0 && end - System.nanoTime() > 0) {
            await(WAIT_MILLIS_MAX);
            receive(late);
        }
        abandon();
    }

    private void giveUp(Schedule schedule, Tally tally) throws IOException {
        long now = System.nanoTime();
        for (LoadConnection connection : connections) {
            if (connection.isUnderWay()) {
                tally.unanswered(now - connection.countsFrom());
            }
        }
        while (!isExhausted && !schedule.isOver(now)) {
            tally.unanswered(now - schedule.take(now));
        }
        abandon();
    }

    // Whatever still comes must not be taken for the answer to the next run's request.
    private void abandon() throws IOException {
        for (LoadConnection connection : connections) {
            if (connection.isUnderWay()) {
                connection.reconnect();
            }
        }
        underWay = 0;
    }
}
