package org.jieti.cli.command;

import picocli.CommandLine.Command;

/// Groups what concerns one model.
@Command(name = "model", synopsisSubcommandLabel = "COMMAND")
final class ModelCommand {}
