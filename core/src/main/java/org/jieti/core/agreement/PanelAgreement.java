package org.jieti.core.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// How far the raters of a panel agree, and the answers they would give together.
///
/// Alpha is ordinal, over fulfilments. Only ratings count: not applicable, insufficient evidence
/// and missing answers are gaps, since they are no points on the scale.
///
/// @param domains in the order of the model
/// @param whole over all criteria
/// @param opinions one for each criterion, in the order of the model
/// @param measures those that any rater entered
public record PanelAgreement(
        Panel panel,
        List<Subject> domains,
        Subject whole,
        List<Opinions> opinions,
        List<MeasureOpinions> measures) {
    /// How intervals of alpha are drawn.
    public static final int RESAMPLES = 1000;

    private static final double CONFIDENCE = 0.95;

    public PanelAgreement {
        domains = List.copyOf(domains);
        opinions = List.copyOf(opinions);
        measures = List.copyOf(measures);
    }

    /// The agreement on the criteria of a domain, or on all.
    ///
    /// @param domain null for the whole model
    /// @param interval null where there is none; see [KrippendorffAlpha#interval]
    /// @param criteria how many there are to rate, leaving out those that read a measure
    /// @param disputed how many of them must be discussed
    public record Subject(
            @Nullable Domain domain,
            Alpha alpha,
            @Nullable AlphaInterval interval,
            Concordance concordance,
            int criteria,
            int disputed) {}

    /// The agreement of a panel.
    ///
    /// @param seed of the resamples behind the intervals
    public static PanelAgreement of(Panel panel, long seed) {
        List<Opinions> opinions = new ArrayList<>();
        Map<NodeId, Opinions> byCriterion = new HashMap<>();
        for (Criterion criterion : panel.model().criteria()) {
            Opinions each =
                    Opinions.of(
                            criterion,
                            panel.answers(criterion),
                            panel.measured(criterion),
                            panel.model().ratings());
            opinions.add(each);
            byCriterion.put(criterion.id(), each);
        }
        List<Subject> domains = new ArrayList<>();
        for (Domain domain : panel.model().domains()) {
            List<Opinions> within = new ArrayList<>();
            collect(domain, byCriterion, within);
            domains.add(subject(panel, domain, within, seed));
        }
        return new PanelAgreement(
                panel, domains, subject(panel, null, opinions, seed), opinions, measures(panel));
    }

    private static void collect(
            Node node, Map<NodeId, Opinions> byCriterion, List<Opinions> within) {
        Opinions opinions = byCriterion.get(node.id());
        if (opinions != null) {
            within.add(opinions);
        }
        node.children().forEach(child -> collect(child, byCriterion, within));
    }

    private static Subject subject(
            Panel panel, @Nullable Domain domain, List<Opinions> within, long seed) {
        RatingTable table = panel.ratings(within.stream().map(Opinions::criterion).toList());
        return new Subject(
                domain,
                KrippendorffAlpha.of(table, Metric.ORDINAL),
                KrippendorffAlpha.interval(table, Metric.ORDINAL, RESAMPLES, seed, CONFIDENCE),
                KendallW.of(table),
                (int) within.stream().filter(each -> each.criterion().reading() == null).count(),
                (int) within.stream().filter(each -> !each.disputes().isEmpty()).count());
    }

    private static List<MeasureOpinions> measures(Panel panel) {
        List<MeasureOpinions> measures = new ArrayList<>();
        for (Measure measure : panel.model().measures()) {
            List<@Nullable Reading> readings = new ArrayList<>();
            panel.raters()
                    .forEach(
                            rater -> readings.add(rater.assessment().measures().get(measure.id())));
            MeasureOpinions opinions = MeasureOpinions.of(measure, readings);
            if (opinions.median() != null) {
                measures.add(opinions);
            }
        }
        return measures;
    }

    /// The criteria that must be discussed, those with the widest spread first, else in the order
    /// of the model.
    public List<Opinions> disputed() {
        return opinions.stream()
                .filter(each -> !each.disputes().isEmpty())
                .sorted((a, b) -> Integer.compare(b.spread(), a.spread()))
                .toList();
    }

    /// What the panel would answer together: [Opinions#proposed], and the median of each measure,
    /// as of the latest day.
    public Assessment proposal() {
        Map<NodeId, Answer> answers = new HashMap<>();
        for (Opinions each : opinions) {
            Answer proposed = each.proposed();
            if (!(proposed instanceof Answer.Unanswered)) {
                answers.put(each.criterion().id(), proposed);
            }
        }
        Map<MeasureId, Reading> readings = new HashMap<>();
        for (MeasureOpinions each : measures) {
            if (each.median() != null) {
                readings.put(each.measure().id(), each.median());
            }
        }
        LocalDate asOf =
                panel.raters().stream()
                        .map(rater -> rater.assessment().asOf())
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        return new Assessment(
                panel.model().id(),
                panel.raters().getFirst().assessment().unit(),
                asOf,
                answers,
                readings);
    }
}
