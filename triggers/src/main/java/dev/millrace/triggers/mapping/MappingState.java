package dev.millrace.triggers.mapping;

/// What a mapping is about to do, as clients see it (lambda-esm reference, section 3).
public enum MappingState {
    CREATING("Creating", false),
    ENABLING("Enabling", false),
    ENABLED("Enabled", true),
    DISABLING("Disabling", false),
    DISABLED("Disabled", true),
    UPDATING("Updating", false),
    DELETING("Deleting", false);

    private final String text;
    private final boolean settled;

    MappingState(String text, boolean settled) {
        this.text = text;
        this.settled = settled;
    }

    /// The state while settings change.
    public static MappingState between(MappingSettings before, MappingSettings after) {
        if (before.enabled() == after.enabled()) {
            return UPDATING;
        }
        return after.enabled() ? ENABLING : DISABLING;
    }

    /// The word that clients see.
    public String text() {
        return text;
    }

    /// Whether the mapping may be changed: no earlier change is under way.
    public boolean isSettled() {
        return settled;
    }
}
