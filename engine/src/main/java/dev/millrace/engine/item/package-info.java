/// Items: reading rows, the keys that clients send, the changes that commits make, what they cost
/// and add up to.
@NullMarked
package dev.millrace.engine.item;

import org.jspecify.annotations.NullMarked;
