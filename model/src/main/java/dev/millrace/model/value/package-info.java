/// Attribute values and items: the ten types, 38-digit numbers, the canonical bytes of an item and
/// its size.
///
/// Two forms of an item exist, the tree of [AttributeValue]s that expressions work on and the
/// canonical bytes that are stored and sent; [Item] holds either and derives the other. The bytes
/// are canonical: attribute names and set members are sorted, numbers are in normal form, so two
/// items are equal exactly when their bytes are.
@NullMarked
package dev.millrace.model.value;

import org.jspecify.annotations.NullMarked;
