package org.jieti.report.roadmap;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Language;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.planning.roadmap.Roadmap;
import org.jieti.planning.roadmap.Roadmap.Action;
import org.jieti.planning.roadmap.Roadmap.Period;
import org.jieti.planning.roadmap.Roadmap.Planned;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.words.Numbers;

/// The page of a roadmap, as its template shows it: where it leads, what is done in which
/// half-year, and how each domain rises.
///
/// @param notes what the plan rests on, a paragraph each
/// @param obstacles why there is no plan; empty where there is one
/// @param columns the head of the table of levels: now, and each period
/// @param rows a row for the whole and each domain
public record RoadmapPage(
        String title,
        String headline,
        String facts,
        List<String> notes,
        List<String> obstacles,
        List<String> columns,
        List<Row> rows,
        List<Half> halves,
        String unitOfCost,
        List<String> alternatives) {

    public RoadmapPage {
        notes = List.copyOf(notes);
        obstacles = List.copyOf(obstacles);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        halves = List.copyOf(halves);
        alternatives = List.copyOf(alternatives);
    }

    /// The levels of the whole or of a domain.
    public record Row(String name, String style, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A level after a period.
    ///
    /// @param style `l1` … and ` up` where it rose
    public record Cell(String style, String code, String note) {}

    /// A half-year.
    ///
    /// @param width of its cost, in per cent of the largest
    /// @param chance empty where nobody asked
    public record Half(
            String name,
            String cost,
            String width,
            String budget,
            String level,
            String code,
            String style,
            String chance,
            List<String> opened,
            List<Group> groups) {
        public Half {
            opened = List.copyOf(opened);
            groups = List.copyOf(groups);
        }
    }

    /// The actions of one domain.
    public record Group(String domain, List<Item> items) {
        public Group {
            items = List.copyOf(items);
        }
    }

    /// One action.
    ///
    /// @param rung the code of the level that it evidences
    /// @param tags what is special about it
    public record Item(
            String id,
            String name,
            String rung,
            String style,
            String change,
            String effort,
            String cost,
            List<String> tags) {
        public Item {
            tags = List.copyOf(tags);
        }
    }

    /// The page as one HTML file that needs nothing beside it.
    public static String html(RoadmapReport report, Language language) {
        StringWriter out = new StringWriter();
        new PageTemplate(RoadmapWords.PAGE).write(of(report, language), language, out);
        return out.toString();
    }

    /// What the template shows.
    public static RoadmapPage of(RoadmapReport report, Language language) {
        RoadmapWords words = new RoadmapWords(report, language);
        return switch (report.roadmap()) {
            case Planned plan -> planned(plan, words);
            case Roadmap.Infeasible none ->
                    new RoadmapPage(
                            words.title(),
                            words.say("headline.none"),
                            words.facts(),
                            List.of(),
                            none.obstacles().stream().map(words::obstacle).toList(),
                            List.of(),
                            List.of(),
                            List.of(),
                            words.unitOfCost(),
                            List.of());
        };
    }

    private static RoadmapPage planned(Planned plan, RoadmapWords words) {
        List<String> notes = new ArrayList<>();
        for (String note :
                List.of(
                        plan.actions().isEmpty() ? "" : words.margin(),
                        words.chances(),
                        words.open(plan),
                        words.schedule(plan),
                        words.rules(),
                        words.say("note"))) {
            if (!note.isEmpty()) {
                notes.add(note);
            }
        }
        List<String> columns = new ArrayList<>(List.of(words.say("now")));
        plan.periods().forEach(period -> columns.add(words.period(period.number())));
        long most = plan.periods().stream().mapToLong(Period::cost).max().orElse(1);
        return new RoadmapPage(
                words.title(),
                words.headline(plan),
                words.facts(),
                notes,
                List.of(),
                columns,
                rows(plan, words),
                plan.actions().isEmpty()
                        ? List.of()
                        : plan.periods().stream().map(period -> half(period, most, words)).toList(),
                words.unitOfCost(),
                plan.alternatives().stream().map(other -> words.alternative(other, plan)).toList());
    }

    private static List<Row> rows(Planned plan, RoadmapWords words) {
        List<Result> results = new ArrayList<>(List.of(plan.now()));
        plan.periods().forEach(period -> results.add(period.after()));
        List<Row> rows = new ArrayList<>();
        if (plan.now().overall() != null || plan.now().tree().total() != null) {
            List<Cell> whole = new ArrayList<>();
            int before = RoadmapWords.level(plan.now().overall());
            for (Result result : results) {
                int level = RoadmapWords.level(result.overall());
                whole.add(cell(before, level, words, words.total(result)));
                before = level;
            }
            rows.add(new Row(words.say("overall"), "whole", whole));
        }
        for (DomainResult domain : plan.now().domains()) {
            if (domain.score().isExcluded()) {
                continue;
            }
            List<Cell> cells = new ArrayList<>();
            int before = RoadmapWords.level(domain.grade());
            for (Result result : results) {
                DomainResult then = result.domain(domain.domain().id());
                int level = then == null ? 0 : RoadmapWords.level(then.grade());
                double score = then == null ? 0 : then.score().earned();
                cells.add(cell(before, level, words, Numbers.score(score)));
                before = level;
            }
            rows.add(new Row(words.words().name(domain.domain()), "", cells));
        }
        return rows;
    }

    private static Cell cell(int before, int level, RoadmapWords words, String score) {
        return new Cell(
                "l" + level + (level > before ? " up" : ""),
                level == 0 ? "" : words.code(level),
                score);
    }

    private static Half half(Period period, long most, RoadmapWords words) {
        Map<String, List<Item>> byDomain = new LinkedHashMap<>();
        for (Domain domain : period.after().model().domains()) {
            byDomain.put(words.words().name(domain), new ArrayList<>());
        }
        for (Action action : period.actions()) {
            byDomain.computeIfAbsent(words.domain(action.criterion()), _ -> new ArrayList<>())
                    .add(item(action, words));
        }
        List<Group> groups = new ArrayList<>();
        byDomain.forEach(
                (domain, items) -> {
                    if (!items.isEmpty()) {
                        groups.add(new Group(domain, items));
                    }
                });
        int level = RoadmapWords.level(period.after().overall());
        return new Half(
                words.period(period.number()),
                Long.toString(period.cost()),
                Numbers.decimals(100.0 * (double) period.cost() / (double) Math.max(1, most), 1),
                words.budget(period),
                words.standingName(period.after()),
                level == 0 ? "" : words.code(level),
                "l" + level,
                words.chance(period),
                words.opened(period),
                groups);
    }

    private static Item item(Action action, RoadmapWords words) {
        List<String> tags = new ArrayList<>();
        if (!words.opens(action).isEmpty()) {
            tags.add(words.opens(action));
        }
        if (action.pinned()) {
            tags.add(words.say("tag.pinned"));
        }
        int rung = words.criterion(action.criterion()).level();
        return new Item(
                action.criterion().value(),
                words.name(action),
                rung == 0 ? "" : words.code(rung),
                "l" + rung,
                words.change(action),
                words.effort(action),
                Long.toString(action.cost()),
                tags);
    }
}
