package dev.millrace.model.transfer;

/// What an import has dealt with.
///
/// @param processedBytes of what was read, without compression
/// @param processedItems those that were imported and those that could not be
/// @param importedItems those that were put into the table
/// @param errors those that could not be, and objects that could not be read to their end
public record ImportCounts(
        long processedBytes, long processedItems, long importedItems, long errors) {
    /// Nothing yet.
    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);
}
