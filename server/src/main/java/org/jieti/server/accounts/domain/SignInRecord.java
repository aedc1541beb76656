package org.jieti.server.accounts.domain;

import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.domain.SignInAttempts.Outcome;
import org.jieti.server.audit.Audit;
import org.jieti.server.audit.AuditEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down how an attempt to sign in ended: for locks, and for the audit record.
@Component
class SignInRecord {
    private final SignInAttempts attempts;
    private final Audit audit;
    private final TransactionTemplate transaction;

    SignInRecord(SignInAttempts attempts, Audit audit, TransactionTemplate transaction) {
        this.attempts = attempts;
        this.audit = audit;
        this.transaction = transaction;
    }

    void done(UUID person, String username, String name, String address) {
        attempts.record(username, address, Outcome.SIGNED_IN);
        keep(
                new AuditEvent(
                        person,
                        name,
                        "accounts.sign-in.done",
                        null,
                        "person",
                        person.toString(),
                        Map.of(),
                        address));
    }

    /// @param what was wrong, as `password`
    void refused(String username, String address, String what) {
        attempts.record(username, address, Outcome.REFUSED);
        keep(
                new AuditEvent(
                        null,
                        username,
                        "accounts.sign-in.refused",
                        null,
                        "person",
                        username,
                        Map.of("wrong", what),
                        address));
    }

    private void keep(AuditEvent event) {
        transaction.executeWithoutResult(_ -> audit.record(event));
    }
}
