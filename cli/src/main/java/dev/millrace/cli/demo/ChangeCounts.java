package dev.millrace.cli.demo;

/// How many changes of each kind.
record ChangeCounts(long puts, long updates, long deletes) {

    static final ChangeCounts NONE = new ChangeCounts(0, 0, 0);

    long total() {
        return puts + updates + deletes;
    }

    ChangeCounts plusPut() {
        return new ChangeCounts(puts + 1, updates, deletes);
    }

    ChangeCounts plusUpdate() {
        return new ChangeCounts(puts, updates + 1, deletes);
    }

    ChangeCounts plusDelete() {
        return new ChangeCounts(puts, updates, deletes + 1);
    }
}
