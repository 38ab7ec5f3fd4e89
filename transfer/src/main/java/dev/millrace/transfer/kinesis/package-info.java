/// Kinesis streaming destinations: the way of changes out of the engine's outboxes into streams, at
/// least once and in order for each item. Which service has the streams is said by the server's
/// options; without one, enabling a destination fails as if there were no stream.
@NullMarked
package dev.millrace.transfer.kinesis;

import org.jspecify.annotations.NullMarked;
