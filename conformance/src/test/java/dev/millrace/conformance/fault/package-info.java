/// Disks that fail, fill up and forget, and what Millrace makes of that.
///
/// Simulations run the engine on a store that fails and loses power when a seed says so; they are
/// quick and repeat exactly. The other tests run a server in a process of its own on real files:
/// its calls to the operating system fail on command and are written down, so that the directory
/// can be put together again as a loss of power at any moment could have left it.
@NullMarked
package dev.millrace.conformance.fault;

import org.jspecify.annotations.NullMarked;
