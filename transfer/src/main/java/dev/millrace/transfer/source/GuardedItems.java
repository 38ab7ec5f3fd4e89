package dev.millrace.transfer.source;

import dev.millrace.model.request.ConditionalPut;
import dev.millrace.model.value.Item;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/// Tells what is wrong with an object from what is wrong with the way to it.
record GuardedItems(ItemSource source) implements ItemSource {
    @Override
    public boolean next() throws IOException {
        try {
            return source.next();
        } catch (ZipException | EOFException e) {
            throw new MalformedObjectException("the object is not in gzip to its end", e);
        }
    }

    @Override
    public Item item() {
        return source.item();
    }

    @Override
    public ConditionalPut put() {
        return source.put();
    }

    @Override
    public long bytes() {
        return source.bytes();
    }
}
