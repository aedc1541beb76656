package org.jieti.server.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// Whoever sent the request that is being answered. A controller takes it as a parameter.
///
/// @param organisation the one the person belongs to
public record SignedIn(
        UUID id,
        String username,
        String name,
        UUID organisation,
        String organisationName,
        List<RoleGrant> grants) {
    public SignedIn {
        grants = List.copyOf(grants);
    }

    /// The roles, each once, in the order of [Role].
    public List<Role> roles() {
        return grants.stream()
                .map(RoleGrant::role)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
