/// Systems under test that speak the API: operations become typed requests, pages are followed to
/// their ends, and streams are read shard by shard. Anything that answers the typed requests can be
/// plugged in, an engine in this process as well as a client over HTTP.
@NullMarked
package dev.millrace.testkit.sut;

import org.jspecify.annotations.NullMarked;
