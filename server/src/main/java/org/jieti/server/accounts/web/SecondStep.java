package org.jieti.server.accounts.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jieti.server.accounts.PersonKey;
import org.jspecify.annotations.Nullable;

/// Somebody whose password was right, and who has a few minutes to give a code. They are not
/// signed in.
///
/// @param since when the password was given
record SecondStep(PersonKey person, Instant since) implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String KEPT = SecondStep.class.getName();
    private static final Duration TIME = Duration.ofMinutes(5);

    static void begin(HttpSession session, PersonKey person, Instant now) {
        session.setAttribute(KEPT, new SecondStep(person, now));
    }

    /// Whose code is awaited; null where none is, or it took too long.
    static @Nullable PersonKey awaited(HttpSession session, Instant now) {
        return session.getAttribute(KEPT) instanceof SecondStep step
                        && step.since().plus(TIME).isAfter(now)
                ? step.person()
                : null;
    }

    static void end(HttpSession session) {
        session.removeAttribute(KEPT);
    }
}
