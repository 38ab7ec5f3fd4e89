package dev.millrace.model.request;

/// What a legacy update does to one attribute.
public enum AttributeAction {
    ADD,
    PUT,
    DELETE
}
