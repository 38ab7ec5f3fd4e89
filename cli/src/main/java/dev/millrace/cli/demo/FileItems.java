package dev.millrace.cli.demo;

import dev.millrace.cli.demo.git.GitBlob;
import dev.millrace.cli.demo.git.GitBlobs;
import dev.millrace.cli.demo.git.GitChange;
import dev.millrace.cli.demo.git.GitCommit;
import dev.millrace.cli.demo.git.GitFile;
import dev.millrace.cli.demo.git.GitPath;
import dev.millrace.cli.demo.git.StrictUtf8;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.Map;

/// The items that a commit's files become.
///
/// @param blobs where the contents come from
record FileItems(GitBlobs blobs) {

    /// The longest content that an item holds: with a path of any length and everything else it
    /// stays well below the 409,600 bytes that an item may have.
    static final int CONTENT_BYTES_MAX = 300 * 1024;

    /// What `change`, made by `commit`, means for the table.
    ItemChange change(GitCommit commit, GitChange change) {
        ItemKey key = ItemKey.of(change.path());
        return switch (change) {
            case GitChange.Added(GitPath path, GitFile file) ->
                    new ItemChange.Put(key, item(commit, path, file));
            case GitChange.Changed(GitPath path, GitFile file) ->
                    new ItemChange.Update(key, item(commit, path, file));
            case GitChange.Deleted _ -> new ItemChange.Delete(key);
        };
    }

    private Map<String, AttributeValue> item(GitCommit commit, GitPath path, GitFile file) {
        ItemKey key = ItemKey.of(path);
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(ItemAttributes.PATH, AttributeValue.fromS(key.text()));
        if (key.isStandIn()) {
            item.put(ItemAttributes.PATH_BYTES, binary(path.toBytes()));
        }
        item.put(ItemAttributes.BLOB, AttributeValue.fromS(file.id()));
        item.put(ItemAttributes.MODE, AttributeValue.fromS(file.mode()));
        item.put(ItemAttributes.COMMIT, AttributeValue.fromS(commit.id()));
        item.put(ItemAttributes.AUTHOR_TIME, number(commit.authorTime()));
        if (!file.isSubmodule()) {
            addContent(blobs.read(file.id(), CONTENT_BYTES_MAX), item);
        }
        return item;
    }

    private static void addContent(GitBlob blob, Map<String, AttributeValue> item) {
        item.put(ItemAttributes.SIZE, number(blob.size()));
        blob.content()
                .ifPresent(content -> item.put(ItemAttributes.CONTENT, textOrBinary(content)));
    }

    private static AttributeValue textOrBinary(byte[] content) {
        return StrictUtf8.decode(content)
                .map(AttributeValue::fromS)
                .orElseGet(() -> binary(content));
    }

    private static AttributeValue binary(byte[] bytes) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
