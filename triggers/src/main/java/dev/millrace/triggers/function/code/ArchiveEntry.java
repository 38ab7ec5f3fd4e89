package dev.millrace.triggers.function.code;

/// What an archive's directory says of one entry.
///
/// @param name the path in the archive
/// @param mode type and permissions as Unix has them; 0 if the archive tells none
record ArchiveEntry(String name, int mode) {
    private static final int TYPE = 0170000;
    private static final int LINK = 0120000;
    private static final int DIRECTORY = 0040000;
    private static final int REGULAR = 0100000;
    private static final int ANY_EXECUTE = 0111;

    boolean isDirectory() {
        return name.endsWith("/");
    }

    boolean isLink() {
        return (mode & TYPE) == LINK;
    }

    /// Whether it is neither a file, nor a directory, nor a link.
    boolean isSpecial() {
        int type = mode & TYPE;
        return type != 0 && type != LINK && type != DIRECTORY && type != REGULAR;
    }

    /// Whether it may be run. Archives that tell no permissions mean no refusal.
    boolean isExecutable() {
        return mode == 0 || (mode & ANY_EXECUTE) != 0;
    }
}
