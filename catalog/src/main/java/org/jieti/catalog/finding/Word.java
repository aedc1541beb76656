package org.jieti.catalog.finding;

/// A word of ours within a message, printed in the language of the message.
public enum Word {
    FILE,
    MAPPING,
    LIST,
    EMPTY,
    NONE
}
