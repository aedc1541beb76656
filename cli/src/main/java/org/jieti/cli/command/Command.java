package org.jieti.cli.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.ArgSpec;

/// A command: what it takes, and what it does. Its call returns the exit code.
///
/// Arguments are declared as values rather than by annotations, since inspecting annotations
/// would take longer than scoring does.
interface Command extends Callable<Integer> {
    /// The options and positional parameters, in the order in which help lists them.
    List<ArgSpec> arguments();

    /// The commands beneath it, by name; none for most.
    default Map<String, Command> commands() {
        return Map.of();
    }
}
