package org.jieti.server.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Target;
import org.jieti.server.accounts.domain.Organisation;
import org.jieti.server.accounts.domain.OrganisationRegister;
import org.jieti.server.accounts.domain.Person;
import org.jieti.server.accounts.domain.PersonRegister;
import org.jieti.server.accounts.domain.PersonRegister.Question;
import org.jieti.server.accounts.domain.PersonRegister.Sort;
import org.jieti.server.accounts.domain.SignInAttempts;
import org.jieti.server.shared.Paged;
import org.jieti.server.shared.web.Crumb;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of people, and the form for a new one.
@Controller
final class PeopleController {
    private final PersonRegister register;
    private final OrganisationRegister organisations;
    private final PersonPages pages;
    private final SignInAttempts attempts;
    private final Rights rights;

    PeopleController(
            PersonRegister register,
            OrganisationRegister organisations,
            PersonPages pages,
            SignInAttempts attempts,
            Rights rights) {
        this.register = register;
        this.organisations = organisations;
        this.pages = pages;
        this.attempts = attempts;
        this.rights = rights;
    }

    @May(Action.READ_PEOPLE)
    @GetMapping("/people")
    String list(
            SignedIn me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Sort asked = named(Sort.values(), sort);
        Sort by = asked == null ? Sort.NAME : asked;
        Role withRole = named(Role.values(), role);
        Person.State inState = named(Person.State.values(), state);
        Organisation of = organisation(organisation);
        Paged<Person> found =
                register.search(
                        new Question(
                                q.strip(),
                                withRole,
                                inState,
                                of == null ? null : of.id(),
                                by,
                                page));
        List<Person> people = found.items();
        model.addAttribute("found", found);
        model.addAttribute("known", register.count());
        model.addAttribute("roles", register.roles(people.stream().map(Person::id).toList()));
        model.addAttribute(
                "locked", attempts.locked(people.stream().map(Person::username).toList()));
        model.addAttribute("roleChoices", pages.roleChoices());
        model.addAttribute("states", Person.State.values());
        model.addAttribute("q", q);
        model.addAttribute("role", withRole == null ? "" : withRole.name());
        model.addAttribute("state", inState == null ? "" : inState.name());
        model.addAttribute("of", of);
        model.addAttribute("sort", by.name().toLowerCase(Locale.ROOT));
        model.addAttribute("manages", rights.may(me, Action.MANAGE_PEOPLE, Target.platform()));
        model.addAttribute("crumbs", List.of(Crumb.here("accounts.people.title")));
        return "accounts/people";
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    @May(Action.MANAGE_PEOPLE)
    @GetMapping("/people/new")
    String blank(@RequestParam(defaultValue = "") String organisation, Model model) {
        return blank(Map.of("organisation", organisation), Map.of(), model);
    }

    @May(Action.MANAGE_PEOPLE)
    @PostMapping("/people/new")
    String add(
            SignedIn me,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Fields.needed(typed, "name", wrong);
        Fields.username(typed, "username", wrong);
        Organisation organisation = organisation(Fields.text(typed, "organisation"));
        if (organisation == null || !organisation.isActive()) {
            wrong.put("organisation", "accounts.field.needed");
        }
        if (wrong.isEmpty() && organisation != null) {
            UUID id =
                    register.add(
                            me,
                            organisation.id(),
                            Fields.username(typed, "username"),
                            Fields.text(typed, "name"));
            if (id != null) {
                return "redirect:/people/" + id + "?told=added";
            }
            wrong.put("username", "accounts.username.taken");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return blank(typed, wrong, model);
    }

    private String blank(Map<String, String> typed, Map<String, String> wrong, Model model) {
        model.addAttribute("organisations", pages.organisationChoices(null));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.to("/people", "accounts.people.title"),
                        Crumb.here("accounts.person.new")));
        return "accounts/person-new";
    }

    private @Nullable Organisation organisation(String id) {
        try {
            return id.isEmpty() ? null : organisations.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
