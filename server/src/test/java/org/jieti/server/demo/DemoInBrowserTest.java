package org.jieti.server.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jieti.core.model.Language;
import org.jieti.report.view.ResultView;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.Parts;
import org.jieti.server.assessments.Remarks;
import org.jieti.server.ground.BrowserTest;
import org.jieti.server.ground.Browsing;
import org.jieti.server.models.domain.ShippedModels;
import org.junit.jupiter.api.Test;

@BrowserTest
class DemoInBrowserTest {
    private final ShippedModels shipped;
    private final Demo demo;
    private final Assessments assessments;
    private final Parts parts;
    private final Remarks remarks;

    DemoInBrowserTest(
            ShippedModels shipped,
            Demo demo,
            Assessments assessments,
            Parts parts,
            Remarks remarks) {
        this.shipped = shipped;
        this.demo = demo;
        this.assessments = assessments;
        this.parts = parts;
        this.remarks = remarks;
    }

    private List<String> levels(UUID round) {
        return assessments.ofRound(round).stream()
                .map(
                        of ->
                                ResultView.of(
                                                assessments.result(of, assessments.sheet(of)),
                                                Map.of(),
                                                Language.ZH)
                                        .heading()
                                        .level()
                                        .code())
                .toList();
    }

    @Test
    void six_units_stand_at_different_levels_and_one_is_at_it_again(Browsing browsing) {
        shipped.add();
        DemoPlatform platform = demo.make();
        assertThat(demo.make()).as("found again").isEqualTo(platform);

        Map<String, String> passwords =
                platform.accounts().stream()
                        .collect(
                                Collectors.toMap(
                                        DemoPlatform.Account::username,
                                        DemoPlatform.Account::password));
        AssessmentCase finished =
                Objects.requireNonNull(
                        assessments.find(UUID.fromString(platform.result().split("/", -1)[2])));
        assertThat(levels(finished.round().id())).hasSize(6);
        assertThat(levels(finished.round().id()).stream().distinct().count())
                .isGreaterThanOrEqualTo(3);
        AssessmentCase open = assessments.ofUnit(finished.unit().id()).getFirst();
        assertThat(open.round().previous()).isEqualTo(finished.round().id());
        assertThat(open.state()).isEqualTo(AssessmentState.SELF_ASSESSMENT);
        assertThat(parts.of(open.id())).hasSize(4);
        assertThat(remarks.waiting(open.id())).isEqualTo(2);

        Page head = browsing.page();
        browsing.signIn(head, "head", passwords.getOrDefault("head", ""));
        head.navigate(platform.result());
        assertThat(head.locator("#overview [data-value=level]")).hasText("III");
        assertThat(head.locator(".canvas svg")).isVisible();
        Browsing.assertAccessible(head);
        Browsing.shot(head, "result");
        head.navigate("/assessments/%s?node=data.open".formatted(open.id()));
        Browsing.assertAccessible(head);
        Browsing.shot(head, "answering");

        Page lead = browsing.person();
        browsing.signIn(lead, "lead", passwords.getOrDefault("lead", ""));
        lead.navigate("/rounds/" + open.round().id());
        assertThat(lead.locator(".board tbody tr")).hasCount(6);
        Browsing.assertAccessible(lead);
        Browsing.shot(lead, "board");
    }
}
