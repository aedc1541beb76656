package org.jieti.server.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role that a person has.
///
/// @param organisation for whom
/// @param round in which round; null for every one
/// @param part for which node of the round's model, and all beneath; null for the whole
public record RoleGrant(
        Role role, UUID organisation, @Nullable UUID round, @Nullable String part) {}
