package org.jieti.server.accounts;

import java.util.UUID;

/// An organisation has another name; told within the transaction.
public record OrganisationRenamed(UUID organisation, String name) {}
