package org.jieti.server.shared.web;

/// One entry of a list to choose from, in a form.
///
/// @param value what is sent
public record Choice(String value, String text) {}
