package dev.millrace.engine.commit;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.token.RequestToken;
import dev.millrace.engine.token.RequestTokens;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The items as a command sees them: the store, and over it what the earlier commands of the group
/// and the command itself have changed.
public final class ItemEvaluation {
    private final CatalogState catalog;
    private final ItemRows rows;
    private final RequestTokens tokens;
    private final HybridClock clock;
    private final LastWrites lastWrites;
    private final Map<RowKey, Optional<Item>> group = new HashMap<>();
    private final Map<RowKey, Optional<Item>> command = new HashMap<>();
    private final Map<String, RequestToken> groupTokens = new HashMap<>();
    private List<ItemChange> changes = new ArrayList<>();
    private @Nullable RequestToken recorded;
    private List<DocumentChange> documents = List.of();
    private @Nullable RowKey knownKey;
    private @Nullable Item known;

    ItemEvaluation(
            CatalogState catalog,
            ItemRows rows,
            RequestTokens tokens,
            HybridClock clock,
            LastWrites lastWrites) {
        this.catalog = catalog;
        this.rows = rows;
        this.tokens = tokens;
        this.clock = clock;
        this.lastWrites = lastWrites;
    }

    /// The table as it is at this point of the log.
    ///
    /// @throws ApiException if the table that the operation saw is gone, even if another has taken
    ///   its name
    public Table require(Table seen) {
        Table table = Catalog.requireUsable(catalog, seen.name());
        if (table.id() != seen.id()) {
            throw ApiException.tableNotFound();
        }
        return table;
    }

    /// The table as it is at this point of the log, or nothing if the one that was seen is gone or
    /// going.
    public Optional<Table> find(Table seen) {
        return catalog.table(seen.name())
                .filter(table -> table.id() == seen.id())
                .filter(Catalog::isUsable);
    }

    /// The table with this name and id in any status, so also one that is being filled; nothing if
    /// it is gone.
    public Optional<Table> findFilling(String name, String uuid) {
        return catalog.table(name).filter(table -> table.uuid().equals(uuid));
    }

    /// The item at `key`, or null if there is none.
    public @Nullable Item current(RowKey key) {
        Optional<Item> changed = command.getOrDefault(key, group.get(key));
        return changed == null ? stored(key) : changed.orElse(null);
    }

    private @Nullable Item stored(RowKey key) {
        return knownKey != null && knownKey.equals(key) ? known : rows.read(key);
    }

    // What the store had at `key` after `moment`, if that has not changed since.
    void know(RowKey key, @Nullable Item present, long moment) {
        if (lastWrites.isUnchanged(key, moment)) {
            knownKey = key;
            known = present;
        }
    }

    /// Makes `after` the item at a key, null for none. If it equals what is there, nothing happens
    /// and no stream record will tell of it.
    public void set(
            Table table,
            PrimaryKey key,
            RowKey rowKey,
            @Nullable Item before,
            @Nullable Item after) {
        if (Objects.equals(before, after)) {
            return;
        }
        command.put(rowKey, Optional.ofNullable(after));
        changes.add(new ItemChange(table, key, rowKey, before, after, nextPosition(), false));
    }

    /// Deletes an item because its time to live is over.
    public void expire(Table table, PrimaryKey key, RowKey rowKey, Item before) {
        command.put(rowKey, Optional.empty());
        changes.add(new ItemChange(table, key, rowKey, before, null, nextPosition(), true));
    }

    // All changes of a command have one moment, so that no moment has a part of them.
    private long nextPosition() {
        return changes.isEmpty() ? clock.next() : clock.nextOfMoment();
    }

    /// What is remembered of the request that came with this token; null if there was none, or it
    /// is too long ago.
    public @Nullable RequestToken token(String text) {
        RequestToken known = groupTokens.get(text);
        if (known == null) {
            known = tokens.find(text);
        }
        return known == null || known.isExpired(clock.nowMillis()) ? null : known;
    }

    /// The document that a transaction with this token, which is not known, must write as well;
    /// null if there is none.
    ///
    /// @throws ApiException if the token is not good for a transaction
    public @Nullable DocumentChange effectOf(String token) {
        return tokens.effectOf(token);
    }

    /// Remembers a request by its token, together with what the command changes; also if that is
    /// nothing.
    ///
    /// @param replayUnits as in [RequestToken]
    public void record(String token, Binary digest, Map<String, Long> replayUnits) {
        long expiry = clock.nowMillis() + RequestToken.LIFETIME.toMillis();
        recorded = new RequestToken(token, digest, expiry, replayUnits);
    }

    /// Changes a document, together with what the command does to items.
    public void change(DocumentChange change) {
        if (documents.isEmpty()) {
            documents = new ArrayList<>();
        }
        documents.add(change);
    }

    // Forgets what the last command left and lets the next one begin.
    void begin() {
        command.clear();
        changes = new ArrayList<>();
        recorded = null;
        documents = List.of();
        knownKey = null;
    }

    // Keeps what the command changed, for the commands behind it in the group; null if it changed
    // nothing.
    @Nullable Commit end() {
        if (recorded != null) {
            group.putAll(command);
            groupTokens.put(recorded.text(), recorded);
            return new Commit.OfItems(changes, clock.next(), recorded, documents);
        }
        if (changes.isEmpty()) {
            return documents.isEmpty()
                    ? null
                    : new Commit.OfItems(changes, clock.next(), null, documents);
        }
        group.putAll(command);
        return new Commit.OfItems(changes, changes.getLast().position(), null, documents);
    }
}
