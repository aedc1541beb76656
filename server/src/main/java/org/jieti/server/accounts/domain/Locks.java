package org.jieti.server.accounts.domain;

import java.util.Map;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lifts the lock of a name after too many wrong passwords.
@Service
public class Locks {
    private final SignInAttempts attempts;
    private final AuditTrail trail;
    private final Visitors visitors;

    Locks(SignInAttempts attempts, AuditTrail trail, Visitors visitors) {
        this.attempts = attempts;
        this.trail = trail;
        this.visitors = visitors;
    }

    @Transactional
    public void lift(SignedIn me, Person person) {
        if (!attempts.isLocked(person.username())) {
            return;
        }
        String address = visitors.address();
        attempts.record(
                person.username(),
                address == null ? "-" : address,
                SignInAttempts.Outcome.UNLOCKED);
        trail.record(
                me,
                "accounts.person.unlocked",
                person.organisation(),
                "person",
                person.id(),
                Map.of("username", person.username()));
    }
}
