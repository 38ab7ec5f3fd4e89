package dev.millrace.store;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A failure of the storage, or data in it that cannot be what was written.
///
/// The message is constant for each kind of failure; what differs from case to case is in {@link
/// #context()}, and {@link #toString()} shows both.
public class StoreException extends RuntimeException {

    private final Map<String, Object> context = new LinkedHashMap<>();

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// Notes one circumstance of the failure, and returns this exception.
    public StoreException with(String name, Object value) {
        context.put(name, value);
        return this;
    }

    /// The circumstances of the failure in the order in which they were noted.
    public Map<String, Object> context() {
        return Collections.unmodifiableMap(context);
    }

    /// The constant message, followed by the circumstances if any are noted.
    @Override
    public @Nullable String getMessage() {
        return context.isEmpty() ? super.getMessage() : super.getMessage() + " " + context;
    }
}
