package org.jieti.server.assessments.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jieti.core.model.Language;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.assessments.Move;
import org.jieti.server.assessments.Refusal;
import org.jieti.server.assessments.Requirement;
import org.jieti.server.campaigns.Round.Track;
import org.jieti.server.ground.ServerTest;
import org.junit.jupiter.api.Test;

@ServerTest
class RefusalsTest {
    private final Refusals refusals;

    RefusalsTest(Refusals refusals) {
        this.refusals = refusals;
    }

    @Test
    void every_refusal_says_why_and_what_to_do_in_both_languages() {
        List<Refusal> all = new ArrayList<>();
        Set<Requirement> asked = EnumSet.noneOf(Requirement.class);
        for (Move move : Move.values()) {
            if (move.since() == Move.Since.LATER) {
                all.add(new Refusal.NotOpenYet(move));
            } else {
                asked.addAll(move.requires());
            }
            for (AssessmentState state : AssessmentState.values()) {
                all.add(new Refusal.OtherState(move, state));
            }
            for (Track track : Track.values()) {
                all.add(new Refusal.OtherTrack(move, track));
            }
        }
        asked.forEach(requirement -> all.add(new Refusal.Unmet(requirement, List.of(), 2)));

        List<String> chinese = refusals.of(all, Language.ZH);
        List<String> english = refusals.of(all, Language.EN);
        assertThat(asked).hasSize(7);
        assertThat(chinese).hasSameSizeAs(all).allMatch(text -> text.matches(".*\\p{IsHan}.*。"));
        assertThat(english).allMatch(text -> text.matches("[^{}\\p{IsHan}]+\\."));
    }

    @Test
    void a_move_from_elsewhere_names_where_it_stands_and_from_where_it_goes() {
        assertThat(
                        refusals.of(
                                List.of(
                                        new Refusal.OtherState(
                                                Move.SIGN, AssessmentState.SELF_ASSESSMENT)),
                                Language.ZH))
                .containsExactly("评估目前处于“自评中”状态，不能“签署并提交”；处于“内部审核”状态时方可办理。");
        assertThat(
                        refusals.of(
                                List.of(
                                        new Refusal.Unmet(
                                                Requirement.REMARKS_SETTLED, List.of(), 1)),
                                Language.EN))
                .containsExactly(
                        "One remark waits to be dealt with. Deal with each, and mark it as done.");
    }
}
