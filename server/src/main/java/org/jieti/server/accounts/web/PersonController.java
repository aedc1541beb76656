package org.jieti.server.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.domain.Invitations;
import org.jieti.server.accounts.domain.Organisation;
import org.jieti.server.accounts.domain.OrganisationRegister;
import org.jieti.server.accounts.domain.Person;
import org.jieti.server.accounts.domain.PersonRegister;
import org.jieti.server.accounts.domain.Refusal;
import org.jieti.server.accounts.web.PersonPages.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// What the system administrator does with somebody's account; roles and locks are the security
/// administrator's.
@Controller
final class PersonController {
    private static final List<String> TOLD =
            List.of(
                    "added",
                    "changed",
                    "disabled",
                    "enabled",
                    "granted",
                    "withdrawn",
                    "unlocked",
                    "ended",
                    "reset");

    private final PersonPages pages;
    private final PersonRegister register;
    private final OrganisationRegister organisations;
    private final Invitations invitations;

    PersonController(
            PersonPages pages,
            PersonRegister register,
            OrganisationRegister organisations,
            Invitations invitations) {
        this.pages = pages;
        this.register = register;
        this.organisations = organisations;
        this.invitations = invitations;
    }

    @May(Action.READ_PEOPLE)
    @GetMapping("/people/{person}")
    String one(
            SignedIn me,
            @PathVariable("person") String id,
            @RequestParam(defaultValue = "") String told,
            Model model) {
        model.addAttribute("told", TOLD.contains(told) ? told : null);
        return pages.show(me, pages.found(id).id(), Attempt.none(), model);
    }

    @May(Action.MANAGE_PEOPLE)
    @PostMapping("/people/{person}")
    String change(
            SignedIn me,
            @PathVariable("person") String id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Person person = pages.found(id);
        Map<String, String> wrong = new LinkedHashMap<>();
        Fields.needed(typed, "name", wrong);
        Organisation organisation = organisation(Fields.text(typed, "organisation"));
        if (organisation == null) {
            wrong.put("organisation", "accounts.field.needed");
        }
        if (!wrong.isEmpty() || organisation == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.show(me, person.id(), new Attempt(typed, wrong, null), model);
        }
        register.change(me, person, Fields.text(typed, "name"), organisation);
        return back(person, "changed");
    }

    private @Nullable Organisation organisation(String id) {
        try {
            return organisations.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @May(Action.MANAGE_PEOPLE)
    @PostMapping("/people/{person}/disable")
    String disable(
            SignedIn me,
            @PathVariable("person") String id,
            Model model,
            HttpServletResponse response) {
        Person person = pages.found(id);
        Refusal refusal = register.disable(me, person);
        if (refusal == null) {
            return back(person, "disabled");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.show(me, person.id(), Attempt.refused(refusal), model);
    }

    @May(Action.MANAGE_PEOPLE)
    @PostMapping("/people/{person}/enable")
    String enable(SignedIn me, @PathVariable("person") String id) {
        Person person = pages.found(id);
        register.enable(me, person);
        return back(person, "enabled");
    }

    /// Makes a link. The answer is the only page that ever shows it, so it is not a redirect.
    @May(Action.MANAGE_PEOPLE)
    @PostMapping("/people/{person}/invitation")
    String invite(
            SignedIn me,
            @PathVariable("person") String id,
            Model model,
            HttpServletResponse response) {
        Person person = pages.found(id);
        if (person.state() == Person.State.DISABLED) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.show(me, person.id(), Attempt.refused(Refusal.DISABLED), model);
        }
        Invitations.Link link = invitations.make(me, person);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(link.path())
                        .toUriString());
        model.addAttribute("linkUntil", link.until());
        return pages.show(me, person.id(), Attempt.none(), model);
    }

    static String back(Person person, String told) {
        return "redirect:/people/" + person.id() + "?told=" + told;
    }
}
