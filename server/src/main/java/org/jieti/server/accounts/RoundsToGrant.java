package org.jieti.server.accounts;

import java.util.List;
import java.util.UUID;

/// The rounds that a role can be given for. The feature that has rounds provides it.
public interface RoundsToGrant {
    /// A round by its title.
    ///
    /// @param organiser who runs it
    record Named(UUID id, String title, UUID organiser) {}

    /// All rounds, the youngest first.
    List<Named> all();
}
