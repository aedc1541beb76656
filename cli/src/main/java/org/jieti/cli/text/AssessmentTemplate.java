package org.jieti.cli.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jieti.catalog.finding.Printable;
import org.jieti.cli.Session;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.assessment.Unit;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Text;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;

/// An assessment to go on with, as YAML: every criterion with its question and anchors. What is
/// answered stands there; the rest is a comment, answered by taking the comment sign away.
public final class AssessmentTemplate {
    private final Session session;
    private final MaturityModel model;
    private final Map<NodeId, Guidance> guidance;
    private final Assessment begun;
    private final Words words;
    private final StringBuilder yaml = new StringBuilder();

    private AssessmentTemplate(
            Session session,
            MaturityModel model,
            Map<NodeId, Guidance> guidance,
            Assessment begun) {
        this.session = session;
        this.model = model;
        this.guidance = guidance;
        this.begun = begun;
        this.words = new Words(session.language(), model);
    }

    /// An empty assessment.
    public static String render(
            Session session, MaturityModel model, Map<NodeId, Guidance> guidance, LocalDate today) {
        Unit nobody = new Unit("", "", "", "");
        return new AssessmentTemplate(
                        session,
                        model,
                        guidance,
                        new Assessment(model.id(), nobody, today, Map.of(), Map.of()))
                .yaml();
    }

    /// An assessment that is partly answered.
    ///
    /// @param remark what the reader should know of the answers
    public static String continued(
            Session session,
            MaturityModel model,
            Map<NodeId, Guidance> guidance,
            String remark,
            Assessment begun) {
        AssessmentTemplate template = new AssessmentTemplate(session, model, guidance, begun);
        template.comment("", remark);
        return template.yaml();
    }

    private String yaml() {
        head();
        yaml.append("\nanswers:\n");
        model.domains().forEach(this::domain);
        measures();
        return yaml.toString();
    }

    private void comment(String indent, String text) {
        String line = Printable.of(text.replaceAll("\\s+", " "));
        yaml.append(indent).append("# ").append(line).append('\n');
    }

    private void head() {
        comment("", words.text(model.name()) + " " + model.id());
        comment("", words.text(model.disclaimer()));
        comment("", session.say("template.how", ratings()));
        comment("", session.say("template.na"));
        yaml.append("model: ").append(model.id()).append("\nunit:\n");
        Unit unit = begun.unit();
        unit("id: " + quoted(unit.id()), "id");
        unit("name: " + quoted(unit.name()), "name");
        unit("region: " + quoted(unit.region()), "region");
        unit("peerGroup: " + quoted(unit.peerGroup()), "peerGroup");
        yaml.append("asOf: ").append(begun.asOf()).append('\n');
    }

    private void unit(String field, String key) {
        String padding = " ".repeat(Math.max(0, 13 - field.length()));
        yaml.append("  ")
                .append(field)
                .append(padding)
                .append("   # ")
                .append(session.say("template.unit." + key))
                .append('\n');
    }

    /// A text in double quotes, as YAML and JSON write it.
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private String ratings() {
        return model.ratings().ratings().stream()
                .map(rating -> rating.id() + " " + words.text(rating.name()))
                .collect(Collectors.joining(words.say("list.separator")));
    }

    private void domain(Domain domain) {
        yaml.append('\n');
        comment("  ", "═══ " + words.name(domain) + " ═══");
        domain.children().forEach(child -> indicator(child, ""));
    }

    private void indicator(Node node, String above) {
        if (!(node instanceof Indicator indicator)) {
            return;
        }
        String path = above.isEmpty() ? words.name(node) : above + " › " + words.name(node);
        if (!indicator.bearsCriteria()) {
            indicator.children().forEach(child -> indicator(child, path));
            return;
        }
        yaml.append('\n');
        comment("  ", "── " + path + " ──");
        if (indicator.start() != null) {
            comment("  ", session.say("explain.start", words.text(indicator.start().text())));
        }
        indicator.criteria().forEach(this::criterion);
    }

    private void criterion(Criterion criterion) {
        String level = criterion.level() == 0 ? "" : "[" + words.code(criterion.level()) + "] ";
        comment("  ", level + words.name(criterion) + " · " + words.kind(criterion.kind()));
        Guidance beside = guidance.get(criterion.id());
        if (beside != null) {
            comment("  ", "  " + words.text(beside.question()));
            for (Rating rating : model.ratings().ratings()) {
                Text anchor = beside.anchors().get(rating.id());
                if (anchor != null) {
                    comment(
                            "  ",
                            "    "
                                    + session.say(
                                            "explain.anchor",
                                            words.text(rating.name()),
                                            words.text(anchor)));
                }
            }
            comment("  ", "  " + session.say("explain.evidence", words.text(beside.evidence())));
        }
        if (criterion.kind() == CriterionKind.METRIC && criterion.reading() != null) {
            comment("  ", "  " + session.say("template.metric", criterion.reading().measure()));
        } else {
            answer(criterion.id(), begun.answer(criterion.id()));
        }
    }

    private void answer(NodeId criterion, Answer answer) {
        switch (answer) {
            case Answer.Rated(Rating rating, String note) ->
                    answer(criterion, "rating: " + rating.id() + ", note: " + quoted(note));
            case Answer.NotApplicable(String reason) -> answer(criterion, "na: " + quoted(reason));
            case Answer.InsufficientEvidence(String reason) ->
                    answer(criterion, "insufficient: " + quoted(reason));
            case Answer.Unanswered _ -> comment("  ", criterion + ": {rating: , note: \"\"}");
        }
    }

    private void answer(NodeId criterion, String written) {
        yaml.append("  ").append(criterion).append(": {").append(written).append("}\n");
    }

    private void measures() {
        if (model.measures().isEmpty()) {
            return;
        }
        yaml.append("\nmeasures:\n");
        for (Measure measure : model.measures()) {
            yaml.append('\n');
            comment(
                    "  ",
                    words.text(measure.name())
                            + session.say(
                                    "template.range",
                                    Numbers.measured(measure.least()),
                                    Numbers.measured(measure.most()),
                                    measure.unit()));
            comment("  ", "  " + words.text(measure.asks()));
            Reading reading = begun.measures().get(measure.id());
            if (reading == null) {
                comment("  ", measure.id() + ": {value: , unit: \"" + measure.unit() + "\"}");
            } else {
                yaml.append(
                        "  %s: {value: %s, unit: %s}\n"
                                .formatted(
                                        measure.id(),
                                        Numbers.measured(reading.value()),
                                        quoted(reading.unit())));
            }
        }
    }
}
