/// Documents: small named byte strings that parts beside the engine keep in its store, such as the
/// settings and checkpoints of triggers. The engine orders and stores them and does not look
/// inside.
@NullMarked
package dev.millrace.model.document;

import org.jspecify.annotations.NullMarked;
