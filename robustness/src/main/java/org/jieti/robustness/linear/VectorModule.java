package org.jieti.robustness.linear;

import java.lang.reflect.InvocationTargetException;

/// The JVM's module of vectors, which is incubating. A JVM started with `--add-modules
/// jdk.incubator.vector` says so on standard error each time, which nobody who asks how sure a
/// level is can do anything about. Started with `--add-exports
/// java.base/jdk.internal.module=ALL-UNNAMED` instead, it lets the module be loaded here, without
/// a word. Where it is neither, there are no vectors.
final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /// Loads the module unless it is there.
    ///
    /// @return whether it is there now
    static boolean load() {
        if (ModuleLayer.boot().findModule(NAME).isPresent()) {
            return true;
        }
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return true;
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException _) {
            return false;
        }
    }
}
