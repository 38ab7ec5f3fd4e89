package dev.millrace.server.http;

import com.sun.management.UnixOperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// What the ports of one server take on together.
///
/// @param connectionsMax how many connections may be open on each
/// @param idleMax how long one may be open between two requests
/// @param turnMax how long a client may take to send a request, and again to take the response
/// @param bodies the memory of all requests
/// @param answers the memory of all answers
public record HttpBounds(
        int connectionsMax,
        Duration idleMax,
        Duration turnMax,
        BodyBudget bodies,
        AnswerMemory answers) {
    /// The bounds that fit a heap.
    ///
    /// @param connectionsMax as many as were asked for, but kept below the number of files that the
    ///   system lets the process have open, because at that limit a port would be given up
    /// @param patience how long a request waits for memory
    /// @param heapBytesMax a quarter of it is for requests
    /// @param answerBytesMax the memory of all answers
    public static HttpBounds of(
            int connectionsMax,
            Duration idleMax,
            Duration turnMax,
            Duration patience,
            long heapBytesMax,
            long answerBytesMax) {
        return new HttpBounds(
                (int) Math.min(connectionsMax, filesMax() / 4 * 3),
                idleMax,
                turnMax,
                BodyBudget.ofHeap(heapBytesMax, patience),
                new AnswerMemory(answerBytesMax, patience));
    }

    private static long filesMax() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Integer.MAX_VALUE;
    }
}
