package org.jieti.cli.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jieti.cli.Session;
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

/// An empty assessment as YAML: every criterion as a comment with its question and anchors, to be
/// answered by taking the comment sign away.
public final class AssessmentTemplate {
    private final Session session;
    private final MaturityModel model;
    private final Map<NodeId, Guidance> guidance;
    private final Words words;
    private final StringBuilder yaml = new StringBuilder();

    private AssessmentTemplate(
            Session session, MaturityModel model, Map<NodeId, Guidance> guidance) {
        this.session = session;
        this.model = model;
        this.guidance = guidance;
        this.words = new Words(session.language(), model);
    }

    public static String render(
            Session session, MaturityModel model, Map<NodeId, Guidance> guidance, LocalDate today) {
        AssessmentTemplate template = new AssessmentTemplate(session, model, guidance);
        template.head(today);
        template.yaml.append("\nanswers:\n");
        model.domains().forEach(template::domain);
        template.measures();
        return template.yaml.toString();
    }

    private void comment(String indent, String text) {
        yaml.append(indent).append("# ").append(text).append('\n');
    }

    private void head(LocalDate today) {
        comment("", words.text(model.name()) + " " + model.id());
        comment("", words.text(model.disclaimer()));
        comment("", session.say("template.how", ratings()));
        comment("", session.say("template.na"));
        yaml.append("model: ")
                .append(model.id())
                .append("\nunit:\n  id: \"\"          # ")
                .append(session.say("template.unit.id"))
                .append("\n  name: \"\"        # ")
                .append(session.say("template.unit.name"))
                .append("\n  region: \"\"      # ")
                .append(session.say("template.unit.region"))
                .append("\n  peerGroup: \"\"   # ")
                .append(session.say("template.unit.peerGroup"))
                .append("\nasOf: ")
                .append(today)
                .append('\n');
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
            comment("  ", criterion.id() + ": {rating: , note: \"\"}");
        }
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
            comment("  ", measure.id() + ": {value: , unit: \"" + measure.unit() + "\"}");
        }
    }
}
