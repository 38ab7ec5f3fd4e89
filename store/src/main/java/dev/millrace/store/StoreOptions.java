package dev.millrace.store;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a store is opened with.
///
/// @param directory where the store keeps its files, made if it is missing; null for a store that
///   keeps none
/// @param families the families that can be used; those that do not exist yet are made. Names are
///   unique
/// @param memory what a store with a directory may take up; null for what suits the machine
public record StoreOptions(
        @Nullable Path directory, List<Family> families, @Nullable StoreMemory memory) {

    public StoreOptions {
        families = List.copyOf(families);
        Set<String> names = new HashSet<>();
        for (Family family : families) {
            if (!names.add(family.name())) {
                throw new IllegalArgumentException("two families have the name " + family.name());
            }
        }
    }

    /// Options of a store that keeps its files in `directory`, with the memory that suits the
    /// machine.
    public static StoreOptions at(Path directory, List<Family> families) {
        return new StoreOptions(directory, families, null);
    }

    /// These options with other bounds of memory.
    public StoreOptions within(StoreMemory other) {
        return new StoreOptions(directory, families, other);
    }

    /// Options of a store that keeps no files.
    public static StoreOptions withoutDirectory(List<Family> families) {
        return new StoreOptions(null, families, null);
    }
}
