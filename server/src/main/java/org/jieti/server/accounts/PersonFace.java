package org.jieti.server.accounts;

import java.util.UUID;

/// What other features show of a person.
public record PersonFace(UUID id, String name, UUID organisation) {}
