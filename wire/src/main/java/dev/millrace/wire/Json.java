package dev.millrace.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/// The one Jackson factory: its table of member names and its pool of buffers are shared by all
/// requests.
///
/// The pool is not bound to threads, since virtual threads come and go. Texts may be as long as a
/// body can be; the caller bounds the body. Nesting is bounded well above what an item may have (32
/// levels of two tokens each), so that a value a little too deep is answered as such.
final class Json {
    static final int NESTING_DEPTH_MAX = 1_000;
    static final int TEXT_CHARS_MAX = 32 * 1024 * 1024;
    static final int NUMBER_CHARS_MAX = 1_000;

    static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(constraints())
                    .build();

    private Json() {}

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(NESTING_DEPTH_MAX)
                .maxStringLength(TEXT_CHARS_MAX)
                .maxNameLength(TEXT_CHARS_MAX)
                .maxNumberLength(NUMBER_CHARS_MAX)
                .build();
    }
}
