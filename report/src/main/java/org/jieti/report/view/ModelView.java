package org.jieti.report.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jieti.core.model.Clause;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Language;
import org.jieti.core.model.Level;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// A model to read: its levels, its ladders from the lowest rung, its criteria with where they
/// come from; and its domains by level.
///
/// @param variant that it is a local variant, and of which; empty for most
/// @param columns the levels, from the lowest; none in a model without
public record ModelView(
        String id,
        String name,
        String summary,
        String disclaimer,
        String variant,
        List<Column> columns,
        List<Named> ratings,
        List<Named> presets,
        String notApplicableCap,
        int criteria,
        List<OfDomain> domains) {
    public ModelView {
        columns = List.copyOf(columns);
        ratings = List.copyOf(ratings);
        presets = List.copyOf(presets);
        domains = List.copyOf(domains);
    }

    /// A level, and what it means.
    public record Column(LevelMark level, String meaning) {}

    /// Something with a name, and what there is to say of it.
    public record Named(String id, String name, String text) {}

    /// A domain.
    ///
    /// @param alsoCalled the other name that the source uses; empty for most
    /// @param cells what it is like at each level, in the order of the columns
    public record OfDomain(
            String id,
            String name,
            String alsoCalled,
            String covers,
            int criteria,
            List<Cell> cells,
            List<Branch> branches) {
        public OfDomain {
            cells = List.copyOf(cells);
            branches = List.copyOf(branches);
        }
    }

    /// A domain at a level.
    ///
    /// @param statement empty where the model says nothing
    /// @param differing how many of its criteria a figure of the source puts elsewhere
    public record Cell(LevelMark level, String statement, int criteria, int differing) {}

    /// An indicator: either with indicators beneath it, or with rungs.
    ///
    /// @param depth 1 right beneath a domain
    /// @param start the state from which a ladder starts; empty for most
    public record Branch(
            String id,
            int depth,
            String name,
            String asks,
            TreeNode.Badge standing,
            String start,
            List<Branch> branches,
            List<Rung> rungs) {
        public Branch {
            branches = List.copyOf(branches);
            rungs = List.copyOf(rungs);
        }
    }

    /// The criteria of a ladder at one level; the level is none in a model without.
    public record Rung(LevelMark level, List<CriterionCard> criteria) {
        public Rung {
            criteria = List.copyOf(criteria);
        }
    }

    /// The view of a model.
    public static ModelView of(ModelEdition edition, List<Clause> clauses, Language language) {
        MaturityModel model = edition.model();
        Words words = new Words(language, model);
        Map<String, Clause> byId = new LinkedHashMap<>();
        clauses.forEach(clause -> byId.put(clause.id(), clause));
        Reader reader = new Reader(edition, words, byId);
        String variant = words.variant();
        return new ModelView(
                model.id().toString(),
                words.text(model.name()),
                words.text(model.summary()),
                words.text(model.disclaimer()),
                variant == null ? "" : variant,
                model.levels().stream().map(level -> column(model, level, words)).toList(),
                model.ratings().ratings().stream()
                        .map(
                                rating ->
                                        new Named(
                                                rating.id(),
                                                words.text(rating.name()),
                                                Numbers.fulfilment(rating.fulfilment())))
                        .toList(),
                presets(model).stream()
                        .map(
                                preset ->
                                        new Named(
                                                preset.id(),
                                                words.text(preset.name()),
                                                rule(model, preset, words)))
                        .toList(),
                Numbers.percent(model.notApplicableCap()),
                model.criteria().size(),
                model.domains().stream().map(reader::domain).toList());
    }

    /// One criterion of a model; null where there is none.
    public static @Nullable CriterionCard criterion(
            ModelEdition edition, List<Clause> clauses, Language language, String id) {
        if (!(edition.model().find(new NodeId(id)) instanceof Criterion criterion)) {
            return null;
        }
        Map<String, Clause> byId = new LinkedHashMap<>();
        clauses.forEach(clause -> byId.put(clause.id(), clause));
        return new Reader(edition, new Words(language, edition.model()), byId).card(criterion);
    }

    private static Column column(MaturityModel model, Level level, Words words) {
        return new Column(LevelMark.of(model, level.number(), words), words.text(level.meaning()));
    }

    private static List<Preset> presets(MaturityModel model) {
        return model.grading() == null ? List.of() : model.grading().presets();
    }

    private static String rule(MaturityModel model, Preset preset, Words words) {
        return words.rule(preset, model.grading() == null ? 1 : model.grading().satisfied());
    }

    /// The view in the making.
    private record Reader(ModelEdition edition, Words words, Map<String, Clause> clauses) {
        private MaturityModel model() {
            return edition.model();
        }

        OfDomain domain(Domain domain) {
            List<Criterion> criteria = new ArrayList<>();
            collect(domain, criteria);
            return new OfDomain(
                    domain.id().value(),
                    words.name(domain),
                    domain.alsoCalled() == null ? "" : words.text(domain.alsoCalled()),
                    words.text(domain.covers()),
                    criteria.size(),
                    IntStream.rangeClosed(1, model().levels().size())
                            .mapToObj(level -> cell(domain, level, criteria))
                            .toList(),
                    branches(domain, 1));
        }

        private Cell cell(Domain domain, int level, List<Criterion> criteria) {
            var statement = domain.statements().get(level);
            List<Criterion> here =
                    criteria.stream().filter(criterion -> criterion.level() == level).toList();
            return new Cell(
                    LevelMark.of(model(), level, words),
                    statement == null ? "" : words.text(statement),
                    here.size(),
                    (int) here.stream().filter(each -> words.elsewhere(each) != null).count());
        }

        private static void collect(Node node, List<Criterion> criteria) {
            if (node instanceof Criterion criterion) {
                criteria.add(criterion);
            }
            node.children().forEach(child -> collect(child, criteria));
        }

        private List<Branch> branches(Node node, int depth) {
            List<Branch> branches = new ArrayList<>();
            for (Node child : node.children()) {
                if (child instanceof Indicator indicator) {
                    branches.add(branch(indicator, depth));
                }
            }
            return branches;
        }

        private Branch branch(Indicator indicator, int depth) {
            Map<Integer, List<CriterionCard>> rungs = new TreeMap<>();
            for (Criterion criterion : indicator.criteria()) {
                rungs.computeIfAbsent(criterion.level(), _ -> new ArrayList<>())
                        .add(card(criterion));
            }
            return new Branch(
                    indicator.id().value(),
                    depth,
                    words.name(indicator),
                    words.text(indicator.asks()),
                    TreeNode.Badge.of(words, indicator.standing()),
                    indicator.start() == null ? "" : words.text(indicator.start().text()),
                    branches(indicator, depth + 1),
                    rungs.entrySet().stream()
                            .map(
                                    rung ->
                                            new Rung(
                                                    LevelMark.of(model(), rung.getKey(), words),
                                                    rung.getValue()))
                            .toList());
        }

        CriterionCard card(Criterion criterion) {
            return CriterionCard.of(edition, words, clauses, criterion);
        }
    }
}
