/// What a server is started with, and where each value came from.
///
/// Every option is declared once, in {@link dev.millrace.server.config.Options}: its name, how its
/// text is read, its default and its help. The command line, the environment and the configuration
/// file are three places to say the same thing; {@link dev.millrace.server.config.Settings} decides
/// which of them wins, and {@link dev.millrace.server.config.Configuration} turns the winners into
/// {@link dev.millrace.server.config.ServerOptions}. Whatever cannot be accepted becomes a {@link
/// dev.millrace.server.config.ConfigurationException} whose message is one line that names the
/// place it came from.
@NullMarked
package dev.millrace.server.config;

import org.jspecify.annotations.NullMarked;
