package org.jieti.server.shared.web;

import java.util.function.Function;
import org.jieti.core.model.Language;
import org.jspecify.annotations.Nullable;

/// A part of the first page, above its doors. A feature declares it as a bean.
///
/// @param template has the fragment `home(content)`
/// @param rank where it stands, lowest first
/// @param content what there is for whoever is asking now, in a language; null for nothing
public record HomePart(String template, int rank, Function<Language, @Nullable Object> content) {}
