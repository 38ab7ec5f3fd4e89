package dev.millrace.triggers.run;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// The way of one mapping through one shard, alive: a thread that sleeps on a mailbox and does
/// [ShardWork] with what it finds there.
///
/// Everything happens on the thread that calls [#run], but reads, invocations and reports, each of
/// which is a thread of its own and leaves one mail. The mailbox has room for all of them.
final class ShardLoop {
    // A clock that is set rather than goes on is noticed within this time.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Surroundings surroundings;
    private final ShardWork work;
    private final BlockingQueue<Mail> mailbox;

    ShardLoop(
            Surroundings surroundings,
            MappingPlan plan,
            Deeds deeds,
            Checkpoints checkpoints,
            ShardStart start) {
        this.surroundings = surroundings;
        this.work = new ShardWork(surroundings, plan, deeds, checkpoints, start, this::start);
        // One more for a wish to stop.
        this.mailbox = new ArrayBlockingQueue<>(work.underWayMax() + 1);
    }

    /// Goes on until the shard has ended, or until it is told to stop and nothing is under way.
    ///
    /// @throws InterruptedException if the thread is interrupted; what is under way is then left
    /// @throws RuntimeException if there was a fault of ours; nothing is then under way
    void run() throws InterruptedException {
        try {
            goOn();
        } catch (RuntimeException e) {
            awaitSteps();
            throw e;
        } finally {
            work.abandonRead();
        }
    }

    /// Lets what is under way end, and begins nothing new. Asked once, by any thread.
    void stop() {
        mailbox.add(new Mail.Stop());
    }

    /// Whether any checkpoint has been kept.
    boolean hasProgressed() {
        return work.hasProgressed();
    }

    private void goOn() throws InterruptedException {
        while (true) {
            Instant until = work.begin();
            work.save();
            if (work.isOver()) {
                return;
            }
            await(until);
        }
    }

    private void await(Instant until) throws InterruptedException {
        Mail mail = until.equals(Instant.MAX) ? mailbox.take() : poll(until);
        while (mail != null) {
            work.open(mail);
            mail = mailbox.poll();
        }
    }

    private @Nullable Mail poll(Instant until) throws InterruptedException {
        Duration left = Duration.between(surroundings.clock().instant(), until);
        Duration wait = left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY;
        return mailbox.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    // Another loop of this shard must not send what this one still has under way.
    private void awaitSteps() throws InterruptedException {
        while (work.hasStepsUnderWay()) {
            work.note(mailbox.take());
        }
    }

    private Runnable start(Supplier<Mail> steps, Function<RuntimeException, Mail> broken) {
        Thread thread = surroundings.threads().newThread(() -> mailbox.add(result(steps, broken)));
        thread.start();
        return thread::interrupt;
    }

    private static Mail result(Supplier<Mail> steps, Function<RuntimeException, Mail> broken) {
        try {
            return steps.get();
        } catch (RuntimeException e) {
            return broken.apply(e);
        }
    }
}
