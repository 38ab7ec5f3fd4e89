package dev.millrace.cli;

import java.util.concurrent.CountDownLatch;

/// The end of this process, by a signal or by {@link System#exit}.
final class ProcessEnding implements Surroundings.Ending {

    @Override
    public void await(Runnable last) {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook =
                Thread.ofPlatform()
                        .name("shutdown")
                        .unstarted(() -> {
                            try {
                                last.run();
                            } finally {
                                done.countDown();
                            }
                        });
        Runtime.getRuntime().addShutdownHook(hook);
        awaitUninterruptibly(done);
    }

    // Nobody interrupts the main thread; were it interrupted, the command would end early and the
    // hook would still run.
    private static void awaitUninterruptibly(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
