package dev.millrace.cli.demo;

import java.util.List;

/// The attributes of an item, which is a file of the repository.
final class ItemAttributes {

    /// The partition key (S): the path, or a stand-in for it; see {@link ItemKey}.
    static final String PATH = "path";

    /// The path's bytes (B), where the key is a stand-in.
    static final String PATH_BYTES = "pathBytes";

    /// Git's id of the content (S).
    static final String BLOB = "blob";

    /// Git's file mode (S), six octal digits.
    static final String MODE = "mode";

    /// The number of bytes of the content (N); a submodule has none.
    static final String SIZE = "size";

    /// The content: S if it is UTF-8, else B; absent where it would make the item too large.
    static final String CONTENT = "content";

    /// The id of the commit that wrote the item last (S).
    static final String COMMIT = "commit";

    /// The moment that the commit's author gives (N), seconds since 1970.
    static final String AUTHOR_TIME = "authorTime";

    /// What an update sets or, where the new file has no such thing, removes.
    static final List<String> UPDATABLE = List.of(BLOB, MODE, SIZE, CONTENT, COMMIT, AUTHOR_TIME);

    private ItemAttributes() {}
}
