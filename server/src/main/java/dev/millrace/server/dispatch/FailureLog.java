package dev.millrace.server.dispatch;

import java.lang.System.Logger.Level;

/// Where requests that failed through a fault of ours are told of.
@FunctionalInterface
public interface FailureLog {

    /// Tells, once, that the request called `requestId` failed for `cause`.
    void failed(String requestId, Throwable cause);

    /// The log of the process, with the whole stack trace.
    static FailureLog ofProcess() {
        System.Logger logger = System.getLogger(Dispatcher.class.getName());
        return (requestId, cause) ->
                logger.log(Level.ERROR, "request " + requestId + " failed", cause);
    }
}
