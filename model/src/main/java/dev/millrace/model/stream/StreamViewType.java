package dev.millrace.model.stream;

/// What the records of a stream show beside the keys.
public enum StreamViewType {
    KEYS_ONLY,
    NEW_IMAGE,
    OLD_IMAGE,
    NEW_AND_OLD_IMAGES;

    /// Whether records carry the item as it is after the change.
    public boolean showsNewImage() {
        return this == NEW_IMAGE || this == NEW_AND_OLD_IMAGES;
    }

    /// Whether records carry the item as it was before the change.
    public boolean showsOldImage() {
        return this == OLD_IMAGE || this == NEW_AND_OLD_IMAGES;
    }
}
