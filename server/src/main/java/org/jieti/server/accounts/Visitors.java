package org.jieti.server.accounts;

import static org.jieti.server.database.schema.Tables.ORGANISATION;
import static org.jieti.server.database.schema.Tables.PERSON;
import static org.jieti.server.database.schema.Tables.ROLE_GRANT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Tells who sent the request that is being answered. Roles are read anew for every request, so a
/// role that was taken away is gone at once.
@Component
public class Visitors {
    private static final String KEPT = Visitors.class.getName();

    private final DSLContext database;

    Visitors(DSLContext database) {
        this.database = database;
    }

    /// The person, or null where nobody is signed in or the account has been disabled.
    public @Nullable SignedIn current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return null;
        }
        if (request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Kept kept) {
            return kept.person();
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        SignedIn person =
                authentication != null && authentication.getPrincipal() instanceof PersonKey key
                        ? read(key.id())
                        : null;
        request.setAttribute(KEPT, new Kept(person), RequestAttributes.SCOPE_REQUEST);
        return person;
    }

    /// Where the request came from.
    public @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? addressOf(now.getRequest())
                : null;
    }

    private static String addressOf(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    private @Nullable SignedIn read(UUID id) {
        var row =
                database.select(
                                PERSON.USERNAME,
                                PERSON.NAME,
                                PERSON.ORGANISATION,
                                ORGANISATION.NAME)
                        .from(PERSON)
                        .join(ORGANISATION)
                        .on(ORGANISATION.ID.eq(PERSON.ORGANISATION))
                        .where(PERSON.ID.eq(id))
                        .and(PERSON.DISABLED_AT.isNull())
                        .and(ORGANISATION.DISABLED_AT.isNull())
                        .fetchOne();
        return row == null
                ? null
                : new SignedIn(
                        id, row.value1(), row.value2(), row.value3(), row.value4(), grants(id));
    }

    private List<RoleGrant> grants(UUID person) {
        return database.selectFrom(ROLE_GRANT)
                .where(ROLE_GRANT.PERSON.eq(person))
                .fetch(
                        grant ->
                                new RoleGrant(
                                        Role.valueOf(grant.getRole()),
                                        grant.getOrganisation(),
                                        grant.getRound(),
                                        grant.getPart()));
    }

    private record Kept(@Nullable SignedIn person) {}
}
