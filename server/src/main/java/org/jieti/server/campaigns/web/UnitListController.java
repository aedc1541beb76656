package org.jieti.server.campaigns.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.units.AssessedUnit;
import org.jieti.server.units.Units;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// All units of the platform, with the rounds in which they take part.
@May(Action.READ_UNITS)
@Controller
final class UnitListController {
    private final Units units;
    private final Rounds rounds;

    UnitListController(Units units, Rounds rounds) {
        this.units = units;
        this.rounds = rounds;
    }

    /// A unit in the list.
    record Line(AssessedUnit unit, List<Round> rounds) {}

    @GetMapping("/units")
    String list(
            SignedIn me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            Model page) {
        Units.Sort by =
                Arrays.stream(Units.Sort.values())
                        .filter(each -> each.name().equals(sort.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(Units.Sort.NAME);
        List<AssessedUnit> found = units.search(q.strip(), by);
        Map<UUID, List<UUID>> taking =
                rounds.ofUnits(found.stream().map(AssessedUnit::id).toList());
        Map<UUID, Round> readable = new HashMap<>();
        rounds.readable(me).forEach(round -> readable.put(round.id(), round));
        List<Line> lines = new ArrayList<>();
        for (AssessedUnit unit : found) {
            lines.add(
                    new Line(
                            unit,
                            taking.getOrDefault(unit.id(), List.of()).stream()
                                    .filter(readable::containsKey)
                                    .map(readable::get)
                                    .toList()));
        }
        page.addAttribute("lines", lines);
        page.addAttribute("known", units.count());
        page.addAttribute("q", q);
        page.addAttribute("sort", by.name().toLowerCase(Locale.ROOT));
        page.addAttribute("crumbs", List.of(Crumb.here("units.title")));
        return "campaigns/units";
    }
}
