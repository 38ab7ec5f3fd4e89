package dev.millrace.engine.backfill;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/// The thread that carries out backfills, chunk after chunk, taking turns among the kinds.
///
/// It keeps no list of what is to be done: what has not ended is in the catalog, so it begins with
/// that after a restart and looks again whenever it is woken. If a chunk fails, that is reported
/// like an uncaught exception of the thread, and backfills rest until it is woken.
public final class BackfillWorker implements AutoCloseable {
    private final List<BackfillWork> works;
    private final BackfillPace pace;
    private final Thread thread;
    private final Semaphore calls = new Semaphore(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean open = true;

    /// A worker for these kinds of backfill; its thread comes from `threads`.
    public BackfillWorker(List<BackfillWork> works, BackfillPace pace, ThreadFactory threads) {
        this.works = List.copyOf(works);
        this.pace = pace;
        this.thread = threads.newThread(this::run);
        this.thread.setName("backfill");
    }

    /// Begins with whatever is pending.
    public void start() {
        thread.start();
    }

    /// Looks for backfills that are pending.
    public void wake() {
        calls.release();
    }

    /// Lets the chunk that is being carried out end, then stops. What is pending stays so.
    @Override
    public void close() {
        if (open) {
            open = false;
            thread.interrupt();
            awaitEnd();
        }
    }

    private void run() {
        try {
            while (open) {
                calls.acquire();
                calls.drainPermits();
                carryOutOrReport();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void carryOutOrReport() throws InterruptedException {
        try {
            carryOut();
        } catch (RuntimeException e) {
            // Closing may cut short a chunk that was about to be submitted; it is done after the
            // next start.
            if (open) {
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }
    }

    private void carryOut() throws InterruptedException {
        boolean any = true;
        while (any) {
            any = false;
            for (BackfillWork work : works) {
                if (work.isPending()) {
                    any = true;
                    pace.awaitTurn();
                    work.advance();
                }
            }
        }
    }

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
