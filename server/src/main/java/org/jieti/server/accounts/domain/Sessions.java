package org.jieti.server.accounts.domain;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where people are signed in. Sessions lie in the database, so one that is ended here is over on
/// every instance with the next request.
@Service
public class Sessions {
    /// What a session keeps besides the person: from where, and with what.
    private static final String ADDRESS = "address";

    private static final String AGENT = "agent";
    private static final int LONGEST_AGENT = 300;

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final AuditTrail trail;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository, AuditTrail trail) {
        this.repository = repository;
        this.trail = trail;
    }

    /// A session.
    ///
    /// @param id of no use to whoever reads it: not what the cookie holds
    /// @param address where it was begun; empty where nobody noted it
    /// @param agent what the browser called itself
    public record Open(UUID id, Instant since, Instant lastUsed, String address, String agent) {}

    /// Notes where a session began, and in which browser.
    public static void note(HttpSession session, String address, String agent) {
        session.setAttribute(ADDRESS, address);
        session.setAttribute(AGENT, agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
    }

    /// The sessions of somebody that are not over, the last used first.
    public List<Open> of(String username) {
        return repository.findByPrincipalName(username).values().stream()
                .filter(session -> !session.isExpired())
                .map(
                        session ->
                                new Open(
                                        nameOf(session.getId()),
                                        session.getCreationTime(),
                                        session.getLastAccessedTime(),
                                        text(session.getAttribute(ADDRESS)),
                                        text(session.getAttribute(AGENT))))
                .sorted(Comparator.comparing(Open::lastUsed).reversed())
                .toList();
    }

    /// The name under which a page shows a session, made from its secret one-way.
    public static UUID nameOf(String id) {
        return UUID.nameUUIDFromBytes(Tokens.hash(id).getBytes(StandardCharsets.UTF_8));
    }

    /// Ends one of somebody's sessions.
    @Transactional
    public void end(SignedIn me, Person of, UUID name) {
        for (String id : repository.findByPrincipalName(of.username()).keySet()) {
            if (nameOf(id).equals(name)) {
                repository.deleteById(id);
                record(me, of, 1);
            }
        }
    }

    /// Ends the sessions of somebody.
    ///
    /// @param besides the secret id of one to be left; null for none
    @Transactional
    public void endAll(SignedIn me, Person of, @Nullable String besides) {
        int ended = endAll(of.username(), besides);
        if (ended > 0) {
            record(me, of, ended);
        }
    }

    void endAll(String username) {
        endAll(username, null);
    }

    int endAll(String username, @Nullable String besides) {
        int ended = 0;
        for (String id : repository.findByPrincipalName(username).keySet()) {
            if (!id.equals(besides)) {
                repository.deleteById(id);
                ended++;
            }
        }
        return ended;
    }

    private void record(SignedIn me, Person of, int ended) {
        trail.record(
                me,
                "accounts.sessions.ended",
                of.organisation(),
                "person",
                of.id(),
                Map.of("username", of.username(), "ended", ended));
    }

    private static String text(@Nullable Object kept) {
        return kept == null ? "" : kept.toString();
    }
}
