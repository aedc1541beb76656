package org.jieti.server.oversight.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.OrganisationNames;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.audit.AuditChain;
import org.jieti.server.audit.AuditRow;
import org.jieti.server.audit.AuditSearch;
import org.jieti.server.oversight.Details;
import org.jieti.server.shared.Paged;
import org.jieti.server.shared.Times;
import org.jieti.server.shared.web.Choice;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The record, searched and taken out. Taking it out leaves a row as well.
@May(Action.READ_AUDIT)
@Controller
final class AuditController {
    private static final String BUNDLE = "messages.audit";
    private static final String PREFIX = "audit.action.";
    private static final List<String> FIELDS =
            List.of("person", "action", "subject", "from", "until");

    private final AuditSearch search;
    private final AuditChain chain;
    private final AuditTrail trail;
    private final Details details;
    private final OrganisationNames organisations;
    private final Times times;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    AuditController(
            AuditSearch search,
            AuditChain chain,
            AuditTrail trail,
            Details details,
            OrganisationNames organisations,
            Times times,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.search = search;
        this.chain = chain;
        this.trail = trail;
        this.details = details;
        this.organisations = organisations;
        this.times = times;
        this.messages = messages;
        this.transaction = transaction;
    }

    /// A row on the page.
    ///
    /// @param what the words for the action
    /// @param kind the word for what it was done to
    /// @param organisation whose matter it is; empty for the platform's
    record Line(
            AuditRow row,
            String at,
            String what,
            String kind,
            String organisation,
            Details.Read read) {}

    @GetMapping("/audit")
    String page(
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Locale locale = Languages.locale(Languages.of(request));
        AuditQuestion question = AuditQuestion.of(typed);
        if (!question.wrong().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        Paged<AuditRow> found =
                question.wrong().isEmpty()
                        ? search.search(question.asked(), number(typed.get("page")))
                        : new Paged<>(List.of(), 1, 1, 0);
        model.addAttribute("found", found);
        model.addAttribute("lines", lines(found.items(), locale));
        model.addAttribute("actions", actions(locale));
        model.addAttribute("standing", chain.standing());
        model.addAttribute("typed", shown(typed));
        model.addAttribute("wrong", question.wrong());
        model.addAttribute("export", address("/audit/export.csv", typed));
        String others = address("/audit", typed);
        model.addAttribute("others", others + (others.contains("?") ? "&page=" : "?page="));
        model.addAttribute("crumbs", List.of(Crumb.here("oversight.title")));
        return "oversight/audit";
    }

    private List<Line> lines(List<AuditRow> rows, Locale locale) {
        Map<UUID, String> names = names(rows);
        return rows.stream()
                .map(
                        row ->
                                new Line(
                                        row,
                                        times.second(row.at()),
                                        what(row.action(), locale),
                                        kind(row.subjectKind(), locale),
                                        organisation(row, names),
                                        details.read(row.detail())))
                .toList();
    }

    private Map<UUID, String> names(Collection<AuditRow> rows) {
        return organisations.of(
                rows.stream().map(AuditRow::organisation).filter(Objects::nonNull).toList());
    }

    private static String organisation(AuditRow row, Map<UUID, String> names) {
        UUID organisation = row.organisation();
        return organisation == null
                ? ""
                : names.getOrDefault(organisation, organisation.toString());
    }

    private String what(String action, Locale locale) {
        String words = messages.getMessage(PREFIX + action, null, null, locale);
        return words == null ? action : words;
    }

    private String kind(String kind, Locale locale) {
        String words = messages.getMessage("oversight.kind." + kind, null, null, locale);
        return words == null ? kind : words;
    }

    /// All actions that there are words for, by feature and name.
    private List<Choice> actions(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale).keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .sorted(Comparator.naturalOrder())
                .map(action -> new Choice(action, what(action, locale)))
                .toList();
    }

    private static Map<String, String> shown(Map<String, String> typed) {
        Map<String, String> shown = new HashMap<>();
        FIELDS.forEach(field -> shown.put(field, typed.getOrDefault(field, "")));
        return shown;
    }

    private static String address(String path, Map<String, String> typed) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        for (String field : FIELDS) {
            String text = typed.getOrDefault(field, "");
            if (!text.isBlank()) {
                address.queryParam(field, "{" + field + "}");
            }
        }
        return address.encode().buildAndExpand(typed).toUriString();
    }

    private static int number(@Nullable String page) {
        return page != null && page.matches("\\d{1,7}") ? Integer.parseInt(page) : 1;
    }

    @GetMapping("/audit/export.csv")
    void export(
            SignedIn me,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AuditQuestion question = AuditQuestion.of(typed);
        if (!question.wrong().isEmpty()) {
            response.sendRedirect(address("/audit", typed));
            return;
        }
        Map<String, Object> asked = new HashMap<>(shown(typed));
        asked.values().removeIf(""::equals);
        transaction.executeWithoutResult(
                _ -> trail.record(me, "audit.rows.exported", null, "audit", "record", asked));
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.setHeader("Cache-Control", "no-store");
        Locale locale = Languages.locale(Languages.of(request));
        try (CsvWriter csv =
                CsvWriter.builder()
                        .build(
                                new OutputStreamWriter(
                                        response.getOutputStream(), StandardCharsets.UTF_8))) {
            // Excel takes a file for UTF-8 by this mark alone.
            csv.writeRecord(
                    "\uFEFFid",
                    "at",
                    "actor",
                    "actor_name",
                    "action",
                    "action_text",
                    "organisation",
                    "subject_kind",
                    "subject_id",
                    "address",
                    "detail");
            search.each(question.asked(), row -> csv.writeRecord(cells(row, locale)));
        }
    }

    private List<String> cells(AuditRow row, Locale locale) {
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(row.id()));
        cells.add(row.at().toString());
        cells.add(text(row.actor()));
        cells.add(harmless(row.actorName()));
        cells.add(row.action());
        cells.add(what(row.action(), locale));
        cells.add(text(row.organisation()));
        cells.add(row.subjectKind());
        cells.add(harmless(row.subjectId()));
        cells.add(text(row.address()));
        cells.add(row.detail());
        return cells;
    }

    /// A name that a spreadsheet would take for a formula.
    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
