package dev.millrace.transfer.bucket;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/// The body of an answer while it arrives, read as a stream. Whoever reads waits for each piece no
/// longer than so long: the JDK's client counts its timeout to the headers only, and a service that
/// falls silent in the middle of an object would hold an import for ever.
///
/// One piece is asked for at a time, so no more than one waits here, and the end behind it.
final class ArrivingBody extends InputStream implements BodySubscriber<InputStream> {
    private static final int WAITING_MAX = 2;

    private final Duration patience;
    private final BlockingQueue<Piece> arrived = new ArrayBlockingQueue<>(WAITING_MAX);
    private Iterator<ByteBuffer> piece = Collections.emptyIterator();
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private boolean isAtEnd;
    private @Nullable Subscription source;
    private boolean isClosed;

    private sealed interface Piece {
        record Bytes(List<ByteBuffer> buffers) implements Piece {}

        record End(@Nullable Throwable failure) implements Piece {}
    }

    ArrivingBody(Duration patience) {
        this.patience = patience;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (begin(subscription)) {
            subscription.request(1);
        } else {
            subscription.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrived.add(new Piece.Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        arrived.add(new Piece.End(failure));
    }

    @Override
    public void onComplete() {
        arrived.add(new Piece.End(null));
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? Byte.toUnsignedInt(buffer.get()) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        return count;
    }

    @Override
    public void close() {
        isAtEnd = true;
        Subscription begun = end();
        if (begun != null) {
            begun.cancel();
        }
    }

    // False if nobody wants it any more.
    private synchronized boolean begin(Subscription subscription) {
        source = subscription;
        return !isClosed;
    }

    private synchronized @Nullable Subscription end() {
        isClosed = true;
        return source;
    }

    private void more() {
        Subscription begun;
        synchronized (this) {
            begun = source;
        }
        if (begun != null) {
            begun.request(1);
        }
    }

    private boolean hasMore() throws IOException {
        while (!isAtEnd && !buffer.hasRemaining()) {
            if (piece.hasNext()) {
                buffer = piece.next();
            } else {
                take(next());
            }
        }
        return !isAtEnd;
    }

    private void take(@Nullable Piece next) throws IOException {
        switch (next) {
            case null -> {
                close();
                throw new HttpTimeoutException("the service of the bucket has fallen silent");
            }
            case Piece.Bytes(List<ByteBuffer> buffers) -> {
                piece = buffers.iterator();
                more();
            }
            case Piece.End(Throwable failure) -> {
                isAtEnd = true;
                if (failure != null) {
                    throw new IOException("the answer broke off", failure);
                }
            }
        }
    }

    private @Nullable Piece next() throws IOException {
        try {
            return arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
