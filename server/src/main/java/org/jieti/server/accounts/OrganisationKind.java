package org.jieti.server.accounts;

/// What an organisation is on the platform.
public enum OrganisationKind {
    /// Runs the platform.
    PLATFORM,
    /// Is assessed.
    UNIT,
    /// Assesses.
    ASSESSMENT_BODY,
    /// Reads results.
    SUPERVISOR
}
