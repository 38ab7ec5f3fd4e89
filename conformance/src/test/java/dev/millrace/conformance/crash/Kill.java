package dev.millrace.conformance.crash;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The moment at which a server is killed: a little after a certain number of acknowledgements.
final class Kill {
    private static final long WAIT_SECONDS_MAX = 120;

    private final CountDownLatch acknowledgements;
    private final long delayNanos;
    private volatile boolean begun;

    /// @param acknowledgements how many there have to be
    /// @param delayNanos how long it takes from the last of them
    Kill(int acknowledgements, long delayNanos) {
        this.acknowledgements = new CountDownLatch(acknowledgements);
        this.delayNanos = delayNanos;
    }

    /// Notes an acknowledgement.
    void acknowledged() {
        acknowledgements.countDown();
    }

    /// Waits for the moment, then kills. Answers the exit value of the server.
    int await(ServerProcess server) throws InterruptedException {
        if (!acknowledgements.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the clients make no progress");
        }
        LockSupport.parkNanos(delayNanos);
        begun = true;
        return server.kill();
    }

    /// Accepts that a call got no answer, if that is because of the kill.
    void requireBegun(RuntimeException noAnswer) {
        if (!begun) {
            throw new IllegalStateException("a running server gave no answer", noAnswer);
        }
    }
}
