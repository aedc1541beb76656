package org.jieti.core.model;

import java.util.List;

/// A rule of the method that data breaks, with the values that break it. The text is the
/// reader's affair; the rule id is stable.
///
/// @param subject the node, measure or file part concerned
/// @param arguments the values of the message, in the order its text expects
public record Violation(String rule, String subject, List<Object> arguments) {
    public Violation {
        arguments = List.copyOf(arguments);
    }
}
