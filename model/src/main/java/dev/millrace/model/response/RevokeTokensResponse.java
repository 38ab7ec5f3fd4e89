package dev.millrace.model.response;

import dev.millrace.model.document.Document;

import java.util.List;

/// Says that the tokens are good for nothing any more.
///
/// @param effects the documents of transactions that came with such tokens, as far as nobody has
///   removed them yet
public record RevokeTokensResponse(List<Document> effects) {}
