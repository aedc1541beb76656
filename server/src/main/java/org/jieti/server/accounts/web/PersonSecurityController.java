package org.jieti.server.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.domain.Granting;
import org.jieti.server.accounts.domain.Locks;
import org.jieti.server.accounts.domain.Person;
import org.jieti.server.accounts.domain.Refusal;
import org.jieti.server.accounts.domain.SecondFactor;
import org.jieti.server.accounts.domain.Sessions;
import org.jieti.server.accounts.web.PersonPages.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the security administrator does for somebody: roles, locks, sessions.
@Controller
final class PersonSecurityController {
    private final PersonPages pages;
    private final Granting granting;
    private final Locks locks;
    private final Sessions sessions;
    private final SecondFactor factor;

    PersonSecurityController(
            PersonPages pages,
            Granting granting,
            Locks locks,
            Sessions sessions,
            SecondFactor factor) {
        this.pages = pages;
        this.granting = granting;
        this.locks = locks;
        this.sessions = sessions;
        this.factor = factor;
    }

    @May(Action.GRANT_ROLES)
    @PostMapping("/people/{person}/roles")
    String give(
            SignedIn me,
            @PathVariable("person") String id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Person person = pages.found(id);
        Map<String, String> wrong = new LinkedHashMap<>();
        Role role =
                Arrays.stream(Role.values())
                        .filter(each -> each.name().equals(Fields.text(typed, "role")))
                        .findFirst()
                        .orElse(null);
        UUID organisation = id(Fields.text(typed, "grantOrganisation"));
        String asked = Fields.text(typed, "round");
        UUID round = id(asked);
        if (role == null) {
            wrong.put("role", "accounts.field.needed");
        }
        if (organisation == null) {
            wrong.put("grantOrganisation", "accounts.field.needed");
        }
        Refusal refusal = round == null && !asked.isEmpty() ? Refusal.ROLE_WITHOUT_ROUND : null;
        if (wrong.isEmpty() && refusal == null && role != null && organisation != null) {
            refusal = granting.give(me, person, new RoleGrant(role, organisation, round, null));
            if (refusal == null) {
                return PersonController.back(person, "granted");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.show(me, person.id(), new Attempt(typed, wrong, refusal), model);
    }

    @May(Action.GRANT_ROLES)
    @PostMapping("/people/{person}/roles/{grant}/withdraw")
    String withdraw(
            SignedIn me,
            @PathVariable("person") String id,
            @PathVariable("grant") String grant,
            Model model,
            HttpServletResponse response) {
        Person person = pages.found(id);
        UUID which = id(grant);
        Refusal refusal = which == null ? null : granting.withdraw(me, person, which);
        if (refusal == null) {
            return PersonController.back(person, "withdrawn");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.show(me, person.id(), Attempt.refused(refusal), model);
    }

    @May(Action.UNLOCK_PEOPLE)
    @PostMapping("/people/{person}/unlock")
    String unlock(SignedIn me, @PathVariable("person") String id) {
        Person person = pages.found(id);
        locks.lift(me, person);
        return PersonController.back(person, "unlocked");
    }

    /// Ends all sessions of somebody.
    @May(Action.END_SESSIONS)
    @PostMapping("/people/{person}/sessions/end")
    String endSessions(SignedIn me, @PathVariable("person") String id) {
        Person person = pages.found(id);
        sessions.endAll(me, person, null);
        return PersonController.back(person, "ended");
    }

    /// Takes away a second factor that was lost.
    @May(Action.RESET_SECOND_FACTOR)
    @PostMapping("/people/{person}/second-factor/reset")
    String resetSecondFactor(SignedIn me, @PathVariable("person") String id) {
        Person person = pages.found(id);
        factor.reset(me, person);
        return PersonController.back(person, "reset");
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
