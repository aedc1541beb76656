package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Makes options and positional parameters, and reads their values.
final class Arguments {
    private Arguments() {}

    static PositionalParamSpec positional(int index, String label, Class<?> type) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .paramLabel(label)
                .descriptionKey(label)
                .type(type)
                .required(true)
                .arity("1")
                .build();
    }

    static PositionalParamSpec optionalPositional(int index, String label) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .paramLabel(label)
                .descriptionKey(label)
                .type(String.class)
                .arity("0..1")
                .build();
    }

    static PositionalParamSpec files(String label) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .paramLabel(label)
                .descriptionKey(label)
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .required(true)
                .arity("1..*")
                .build();
    }

    static OptionSpec option(String name, String label, Class<?> type) {
        return OptionSpec.builder(name).paramLabel(label).type(type).build();
    }

    static OptionSpec required(String name, String label) {
        return OptionSpec.builder(name).paramLabel(label).type(String.class).required(true).build();
    }

    static OptionSpec flag(String name) {
        return OptionSpec.builder(name).type(boolean.class).build();
    }

    /// The text of an argument that picocli has made sure of.
    static String text(ArgSpec argument) {
        return required(argument, String.class);
    }

    static Path path(ArgSpec argument) {
        return required(argument, Path.class);
    }

    static List<Path> paths(ArgSpec argument) {
        List<?> values = required(argument, List.class);
        return values.stream().map(Path.class::cast).toList();
    }

    private static <T> T required(ArgSpec argument, Class<T> type) {
        T value = optional(argument, type);
        if (value == null) {
            throw new IllegalStateException("No value for " + argument.paramLabel());
        }
        return value;
    }

    /// The value of an argument that may be left out.
    static <T> @Nullable T optional(ArgSpec argument, Class<T> type) {
        Object value = argument.getValue();
        return value == null ? null : type.cast(value);
    }

    static boolean isSet(OptionSpec flag) {
        return Boolean.TRUE.equals(flag.getValue());
    }
}
