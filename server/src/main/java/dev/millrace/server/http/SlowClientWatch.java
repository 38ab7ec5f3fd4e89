package dev.millrace.server.http;

import io.helidon.http.HttpPrologue;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

import java.time.Duration;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Ends connections whose client takes too long over its part: sending the rest of a request once
/// it has begun, or taking the response.
///
/// The web server bounds only the time *between* requests. The client's turn begins when the first
/// line of a request has been read and, again, when the response is ready; it ends when the body
/// has been read and the response written. Connections whose turn lasts longer are interrupted,
/// which closes their socket. The server's own part is never interrupted.
public final class SlowClientWatch implements Http1ConnectionListener {

    private static final Duration PERIOD_MAX = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private final long turnNanosMax;
    private final Map<Thread, Long> deadlines = new ConcurrentHashMap<>();

    /// @param turnMax how long a turn may last
    public SlowClientWatch(LongSupplier nanoTime, Duration turnMax) {
        this.nanoTime = nanoTime;
        this.turnNanosMax = turnMax.toNanos();
    }

    @Override
    public void prologue(ConnectionContext connection, HttpPrologue prologue) {
        begin();
    }

    /// Begins the turn of the client that the current thread serves.
    public void begin() {
        deadlines.put(Thread.currentThread(), nanoTime.getAsLong() + turnNanosMax);
    }

    /// Ends the turn.
    ///
    /// @throws CloseConnectionException if it has lasted too long, and the thread is being
    ///   interrupted for it
    public void end() {
        if (deadlines.remove(Thread.currentThread()) == null) {
            throw new CloseConnectionException("the client took too long");
        }
    }

    /// Begins to look now and then for turns that have lasted too long, until what it answers is
    /// cancelled.
    public Timer start() {
        Timer timer = new Timer("slow-client-watch", true);
        TimerTask look =
                new TimerTask() {
                    @Override
                    public void run() {
                        interruptLate();
                    }
                };
        long millis = period(Duration.ofNanos(turnNanosMax)).toMillis();
        timer.schedule(look, millis, millis);
        return timer;
    }

    /// How often to look for what lasts too long.
    static Duration period(Duration longest) {
        Duration quarter = longest.dividedBy(4);
        return quarter.compareTo(PERIOD_MAX) < 0 ? quarter : PERIOD_MAX;
    }

    /// Interrupts every thread whose client's turn has lasted too long. To be called now and then.
    void interruptLate() {
        long now = nanoTime.getAsLong();
        deadlines.forEach((thread, deadline) -> {
            if (deadline - now < 0 && deadlines.remove(thread, deadline)) {
                thread.interrupt();
            }
        });
    }
}
