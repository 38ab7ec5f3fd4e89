package dev.millrace.bench.load;

import dev.millrace.bench.http.Operation;
import dev.millrace.bench.http.ResponseBuffer;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a load consists of: requests for one operation or a few. Used by one thread.
public interface RequestSource {

    /// The operations that its requests are for.
    List<Operation> operations();

    /// The next request on this connection; null if there are no more.
    @Nullable Request next(int connection);

    /// How many items one good answer stands for.
    default int itemsPerAnswer() {
        return 1;
    }

    /// What an answer with status 200 is worth. Looks at as little of it as will do.
    ///
    /// @param operation which operation the request was for
    default Verdict judge(int operation, ResponseBuffer response) {
        return Verdict.GOOD;
    }

    /// Learns that the last request on this connection has not been carried out, or not wholly.
    default void refused(int connection) {}
}
