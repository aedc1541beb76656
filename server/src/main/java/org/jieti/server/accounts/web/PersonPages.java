package org.jieti.server.accounts.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoundsToGrant;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Target;
import org.jieti.server.accounts.domain.Granting;
import org.jieti.server.accounts.domain.Invitations;
import org.jieti.server.accounts.domain.Organisation;
import org.jieti.server.accounts.domain.OrganisationRegister;
import org.jieti.server.accounts.domain.Person;
import org.jieti.server.accounts.domain.PersonRegister;
import org.jieti.server.accounts.domain.Refusal;
import org.jieti.server.accounts.domain.Sessions;
import org.jieti.server.accounts.domain.SignInAttempts;
import org.jieti.server.shared.web.Choice;
import org.jieti.server.shared.web.Crumb;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/// The page of one person, of which the system administrator and the security administrator each
/// see their part.
@Component
class PersonPages {
    private final PersonRegister register;
    private final OrganisationRegister organisations;
    private final Granting granting;
    private final Invitations invitations;
    private final Sessions sessions;
    private final SignInAttempts attempts;
    private final RoundsToGrant rounds;
    private final Rights rights;
    private final MessageSource messages;

    PersonPages(
            PersonRegister register,
            OrganisationRegister organisations,
            Granting granting,
            Invitations invitations,
            Sessions sessions,
            SignInAttempts attempts,
            RoundsToGrant rounds,
            Rights rights,
            MessageSource messages) {
        this.register = register;
        this.organisations = organisations;
        this.granting = granting;
        this.invitations = invitations;
        this.sessions = sessions;
        this.attempts = attempts;
        this.rounds = rounds;
        this.rights = rights;
        this.messages = messages;
    }

    /// What a form held, and what is wrong with it.
    ///
    /// @param refusal a rule that forbids the whole; null for none
    record Attempt(
            Map<String, String> typed, Map<String, String> wrong, @Nullable Refusal refusal) {
        static Attempt none() {
            return new Attempt(Map.of(), Map.of(), null);
        }

        static Attempt refused(@Nullable Refusal refusal) {
            return new Attempt(Map.of(), Map.of(), refusal);
        }
    }

    Person found(String id) {
        try {
            Person person = register.find(UUID.fromString(id));
            if (person != null) {
                return person;
            }
        } catch (IllegalArgumentException e) {
            // Not an id: like one that is not there.
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /// Fills the page.
    ///
    /// @param id of the person, as the database has it now
    String show(SignedIn me, UUID id, Attempt attempt, Model model) {
        Person person = found(id.toString());
        boolean manages = rights.may(me, Action.MANAGE_PEOPLE, Target.platform());
        boolean guards = rights.may(me, Action.GRANT_ROLES, Target.platform());
        Map<String, String> typed =
                new HashMap<>(
                        Map.of(
                                "name",
                                person.name(),
                                "organisation",
                                person.organisation().toString(),
                                "grantOrganisation",
                                person.organisation().toString()));
        typed.putAll(attempt.typed());
        Refusal refusal = attempt.refusal();
        model.addAttribute("person", person);
        model.addAttribute("grants", granting.of(person.id()));
        model.addAttribute("manages", manages);
        model.addAttribute("guards", guards);
        model.addAttribute("own", person.id().equals(me.id()));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", attempt.wrong());
        model.addAttribute("refused", refusal == null ? null : refusal.messageKey());
        model.addAttribute("locked", attempts.isLocked(person.username()));
        model.addAttribute("pending", invitations.pending(person.id()));
        if (manages || guards) {
            model.addAttribute("organisations", organisationChoices(person.organisation()));
        }
        if (guards) {
            model.addAttribute("sessions", sessions.of(person.username()));
            model.addAttribute("roles", roleChoices());
            model.addAttribute(
                    "rounds",
                    rounds.all().stream()
                            .map(each -> new Choice(each.id().toString(), each.title()))
                            .toList());
        }
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.to("/people", "accounts.people.title"),
                        Crumb.hereNamed(person.name())));
        return "accounts/person";
    }

    /// The organisations that somebody can be put into: those that take part, and the one where
    /// they are.
    List<Choice> organisationChoices(@Nullable UUID own) {
        List<Choice> choices = new ArrayList<>();
        for (Organisation each : organisations.all()) {
            if (each.isActive() || each.id().equals(own)) {
                choices.add(new Choice(each.id().toString(), each.name()));
            }
        }
        return choices;
    }

    List<Choice> roleChoices() {
        return Arrays.stream(Role.values())
                .map(
                        role ->
                                new Choice(
                                        role.name(),
                                        messages.getMessage(
                                                role.messageKey(),
                                                null,
                                                LocaleContextHolder.getLocale())))
                .toList();
    }
}
