package org.jieti.core;

/// The version of the engine, recorded in every result.
public final class Engine {
    public static final String VERSION = "0.1.0";

    private Engine() {}
}
