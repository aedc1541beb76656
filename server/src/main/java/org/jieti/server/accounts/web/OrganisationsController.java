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
import org.jieti.server.accounts.OrganisationKind;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.domain.Organisation;
import org.jieti.server.accounts.domain.OrganisationRegister;
import org.jieti.server.accounts.domain.OrganisationRegister.Question;
import org.jieti.server.accounts.domain.OrganisationRegister.Sort;
import org.jieti.server.accounts.domain.Refusal;
import org.jieti.server.shared.Paged;
import org.jieti.server.shared.web.Crumb;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The organisations of the platform. Units that are assessed come from the import of a round; the
/// others are added here.
@May(Action.MANAGE_ORGANISATIONS)
@Controller
final class OrganisationsController {
    private static final List<OrganisationKind> ADDED_HERE =
            List.of(OrganisationKind.ASSESSMENT_BODY, OrganisationKind.SUPERVISOR);
    private static final List<String> TOLD = List.of("added", "changed", "disabled", "enabled");

    private final OrganisationRegister register;

    OrganisationsController(OrganisationRegister register) {
        this.register = register;
    }

    @GetMapping("/organisations")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Sort by = named(Sort.values(), sort);
        OrganisationKind of = named(OrganisationKind.values(), kind);
        Paged<Organisation> found =
                register.search(new Question(q.strip(), of, by == null ? Sort.NAME : by, page));
        model.addAttribute("found", found);
        model.addAttribute(
                "sizes", register.sizes(found.items().stream().map(Organisation::id).toList()));
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("q", q);
        model.addAttribute("kind", of == null ? "" : of.name());
        model.addAttribute("sort", (by == null ? Sort.NAME : by).name().toLowerCase(Locale.ROOT));
        model.addAttribute("crumbs", List.of(Crumb.here("accounts.organisations.title")));
        return "accounts/organisations";
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/organisations/new")
    String blank(Model model) {
        return blank(Map.of(), Map.of(), model);
    }

    @PostMapping("/organisations/new")
    String add(
            SignedIn me,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Map<String, String> wrong = check(typed);
        OrganisationKind kind = named(OrganisationKind.values(), Fields.text(typed, "kind"));
        if (kind == null || !ADDED_HERE.contains(kind)) {
            wrong.put("kind", "accounts.field.needed");
        }
        if (wrong.isEmpty() && kind != null) {
            UUID id =
                    register.add(
                            me, Fields.text(typed, "name"), kind, Fields.text(typed, "region"));
            if (id != null) {
                return "redirect:/organisations/" + id + "?told=added";
            }
            wrong.put("name", "accounts.organisation.taken");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return blank(typed, wrong, model);
    }

    private static String blank(Map<String, String> typed, Map<String, String> wrong, Model model) {
        model.addAttribute("kinds", ADDED_HERE);
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.to("/organisations", "accounts.organisations.title"),
                        Crumb.here("accounts.organisation.new")));
        return "accounts/organisation-new";
    }

    private static Map<String, String> check(Map<String, String> typed) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Fields.needed(typed, "name", wrong);
        Fields.limited(typed, "region", wrong);
        return wrong;
    }

    @GetMapping("/organisations/{organisation}")
    String one(
            @PathVariable("organisation") String id,
            @RequestParam(defaultValue = "") String told,
            Model model) {
        Organisation organisation = found(id);
        model.addAttribute("told", TOLD.contains(told) ? told : null);
        return page(
                organisation,
                Map.of("name", organisation.name(), "region", organisation.region()),
                Map.of(),
                null,
                model);
    }

    @PostMapping("/organisations/{organisation}")
    String change(
            SignedIn me,
            @PathVariable("organisation") String id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Organisation organisation = found(id);
        Map<String, String> wrong = check(typed);
        if (wrong.isEmpty()) {
            if (register.change(
                    me, organisation, Fields.text(typed, "name"), Fields.text(typed, "region"))) {
                return back(organisation, "changed");
            }
            wrong.put("name", "accounts.organisation.taken");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(organisation, typed, wrong, null, model);
    }

    @PostMapping("/organisations/{organisation}/disable")
    String disable(
            SignedIn me,
            @PathVariable("organisation") String id,
            Model model,
            HttpServletResponse response) {
        Organisation organisation = found(id);
        Refusal refusal = register.disable(me, organisation);
        if (refusal == null) {
            return back(organisation, "disabled");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(
                organisation,
                Map.of("name", organisation.name(), "region", organisation.region()),
                Map.of(),
                refusal,
                model);
    }

    @PostMapping("/organisations/{organisation}/enable")
    String enable(SignedIn me, @PathVariable("organisation") String id) {
        Organisation organisation = found(id);
        register.enable(me, organisation);
        return back(organisation, "enabled");
    }

    private static String back(Organisation organisation, String told) {
        return "redirect:/organisations/" + organisation.id() + "?told=" + told;
    }

    private String page(
            Organisation organisation,
            Map<String, String> typed,
            Map<String, String> wrong,
            @Nullable Refusal refusal,
            Model model) {
        model.addAttribute("organisation", organisation);
        model.addAttribute("people", register.sizes(List.of(organisation.id())));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("refused", refusal == null ? null : refusal.messageKey());
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.to("/organisations", "accounts.organisations.title"),
                        Crumb.hereNamed(organisation.name())));
        return "accounts/organisation";
    }

    private Organisation found(String id) {
        try {
            Organisation organisation = register.find(UUID.fromString(id));
            if (organisation != null) {
                return organisation;
            }
        } catch (IllegalArgumentException e) {
            // Not an id: like one that is not there.
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
