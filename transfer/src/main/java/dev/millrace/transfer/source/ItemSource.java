package dev.millrace.transfer.source;

import dev.millrace.model.request.ConditionalPut;
import dev.millrace.model.value.Item;

import java.io.IOException;

/// The records of an object, read from front to back.
public interface ItemSource {
    /// The most bytes of a record. An item has 400 KB at most, its JSON a few times that.
    int RECORD_BYTES_MAX = 8 * 1024 * 1024;

    /// Goes to the next record; false means that there is none.
    ///
    /// @throws MalformedObjectException if nothing behind this can be read
    /// @throws IOException if the connection breaks
    boolean next() throws IOException;

    /// The item in the record.
    ///
    /// @throws dev.millrace.model.error.ApiException if there is none, or it is not valid
    Item item();

    /// The same with the condition that a bulk operation puts it on.
    ///
    /// @throws dev.millrace.model.error.ApiException as above
    ConditionalPut put();

    /// How many bytes the record has, with the end of its line.
    long bytes();
}
