package dev.millrace.triggers.function.process;

import java.nio.file.Path;
import java.util.List;

/// Where the programs are that run functions in the languages that need one.
///
/// @param node the program that feeds a Node.js function
/// @param nodeClientHome the directory in whose `node_modules` AWS's client for Node.js may be
/// @param python the program that feeds a Python function
/// @param java the program that runs Java
/// @param javaVersion its version
/// @param javaClient the jars of AWS's client for Java; empty if they are not there
public record RuntimePaths(
        Path node,
        Path nodeClientHome,
        Path python,
        Path java,
        String javaVersion,
        List<Path> javaClient) {}
