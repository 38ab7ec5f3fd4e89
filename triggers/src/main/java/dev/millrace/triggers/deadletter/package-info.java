/// What was given up, remembered so that an operator can look at it and have it sent once more.
///
/// Every batch that a trigger gives up leaves a document here, whether or not its mapping has a
/// destination for failures. Records themselves are not copied: a dead letter says where in the
/// stream they are, and they are read from there again while the stream keeps them. A mapping keeps
/// a bounded number of dead letters.
@NullMarked
package dev.millrace.triggers.deadletter;

import org.jspecify.annotations.NullMarked;
