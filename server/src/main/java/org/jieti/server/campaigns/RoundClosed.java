package org.jieti.server.campaigns;

/// A round has just closed, in the transaction that is under way.
public record RoundClosed(Round round) {}
