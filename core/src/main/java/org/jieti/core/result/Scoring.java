package org.jieti.core.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieti.core.Engine;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.Grader;
import org.jieti.core.model.Domain;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightRules;
import org.jieti.core.model.WeightSet;
import org.jieti.core.scoring.AssessmentRules;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.ScoreTree;
import org.jspecify.annotations.Nullable;

/// The one place where an assessment becomes a [Result].
public final class Scoring {
    private Scoring() {}

    /// What stands in the way of scoring; empty when [#score] may be called.
    public static List<Violation> check(
            MaturityModel model, WeightSet weights, Assessment assessment) {
        List<Violation> violations = new ArrayList<>(WeightRules.check(model, weights));
        if (violations.isEmpty()) {
            violations.addAll(AssessmentRules.check(model, weights, assessment));
        }
        return violations;
    }

    /// Scores one unit with the model's default preset.
    public static Result score(MaturityModel model, WeightSet weights, Assessment assessment) {
        return score(Yardstick.of(model, weights), assessment);
    }

    /// Scores one unit.
    ///
    /// @param preset null exactly for a model without levels
    /// @throws IllegalArgumentException if [#check] would report anything
    public static Result score(
            MaturityModel model,
            WeightSet weights,
            @Nullable Preset preset,
            Assessment assessment) {
        return score(Yardstick.of(model, weights, preset), assessment);
    }

    /// Scores one unit.
    ///
    /// @throws IllegalArgumentException if the assessment breaks any of [AssessmentRules]
    public static Result score(Yardstick yardstick, Assessment assessment) {
        List<Violation> violations = new ArrayList<>();
        ScoringInput input = yardstick.accept(assessment, violations::add);
        if (input == null) {
            throw new IllegalArgumentException("The assessment breaks rules: " + violations);
        }
        return score(input);
    }

    /// Scores one unit.
    public static Result score(ScoringInput input) {
        MaturityModel model = input.model();
        WeightSet weights = input.weights();
        Preset preset = input.preset();
        Assessment assessment = input.assessment();
        ScoreTree tree = ScoreTree.of(model, weights, assessment);
        Map<NodeId, Grade> grades = Map.of();
        Grade overall = null;
        if (model.grading() != null && preset != null) {
            Grader grader = new Grader(model.grading(), preset, model.levels().size());
            grades = grader.domains(tree);
            overall = grader.overall(tree, grades);
        }
        List<DomainResult> domains = new ArrayList<>();
        for (int i = 0; i < model.domains().size(); i++) {
            Domain domain = model.domains().get(i);
            BranchScore score = tree.domains().get(i);
            domains.add(new DomainResult(domain, score, grades.get(domain.id())));
        }
        return new Result(
                Engine.VERSION, model, weights, preset, assessment, tree, domains, overall);
    }
}
