package org.jieti.server.accounts.domain;

import java.time.Instant;
import java.util.UUID;
import org.jieti.server.accounts.OrganisationKind;
import org.jspecify.annotations.Nullable;

/// An organisation on the platform.
///
/// @param region where it is; empty where nobody said
/// @param disabledAt since when its people cannot sign in; null as long as they can
public record Organisation(
        UUID id, String name, OrganisationKind kind, String region, @Nullable Instant disabledAt) {
    public boolean isActive() {
        return disabledAt == null;
    }
}
