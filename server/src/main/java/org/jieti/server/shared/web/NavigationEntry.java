package org.jieti.server.shared.web;

import java.util.function.BooleanSupplier;

/// An entry of the navigation at the left. A feature declares it as a bean.
///
/// @param key its title, a message; `<key>.about` says on the home page what it is for
/// @param path where it leads; it is marked on every page beneath
/// @param rank where it stands, lowest first
/// @param visible whether it is shown to whoever is asking now
public record NavigationEntry(String key, String path, int rank, BooleanSupplier visible) {}
