package dev.millrace.model.transfer;

/// What an incremental export tells of each item.
public enum ExportViewType {
    NEW_IMAGE,
    NEW_AND_OLD_IMAGES
}
