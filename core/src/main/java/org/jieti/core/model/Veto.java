package org.jieti.core.model;

/// 一票否决: unless its criterion is satisfied, the level of the scope is capped.
public record Veto(int cap, Scope scope) {}
