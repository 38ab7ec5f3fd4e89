package dev.millrace.store.rocksdb;

import java.util.concurrent.locks.StampedLock;

/// The way to a native object: open to any number of calls at once until it is closed for good.
///
/// Closing turns new calls away, waits for those inside, and only then frees the object. Passing
/// costs two atomic operations and waits only while the object is exchanged.
final class Gate {

    private final StampedLock lock = new StampedLock();
    private final String closedMessage;
    private volatile boolean isClosing;
    private boolean isFreed;

    /// An open gate to something that messages call `name`.
    Gate(String name) {
        this.closedMessage = "the " + name + " is closed";
    }

    /// Lets one call in, which must {@link #leave} with the pass that it gets here.
    ///
    /// @throws IllegalStateException if the gate is closed or closing
    long enter() {
        long pass = isClosing ? 0 : lock.tryReadLock();
        if (pass == 0 && !isClosing) {
            pass = lock.readLock();
        }
        // Seen open with the pass in hand, the gate cannot be freed before the pass is given back.
        if (pass != 0 && !isClosing) {
            return pass;
        }
        if (pass != 0) {
            lock.unlockRead(pass);
        }
        throw new IllegalStateException(closedMessage);
    }

    void leave(long pass) {
        lock.unlockRead(pass);
    }

    /// Exchanges what is behind the gate while no call is inside; those that come meanwhile wait.
    ///
    /// @throws IllegalStateException if the gate is closed or closing
    void exchange(Runnable exchange) {
        long pass = lock.writeLock();
        try {
            if (isClosing) {
                throw new IllegalStateException(closedMessage);
            }
            exchange.run();
        } finally {
            lock.unlockWrite(pass);
        }
    }

    /// Lets no more calls in, from within an exchange that left nothing behind the gate.
    void shut() {
        isClosing = true;
    }

    /// Closes the gate, and frees what is behind it unless that has been done. When this returns,
    /// it is done.
    void close(Runnable free) {
        isClosing = true;
        long pass = lock.writeLock();
        try {
            if (!isFreed) {
                isFreed = true;
                free.run();
            }
        } finally {
            lock.unlockWrite(pass);
        }
    }
}
