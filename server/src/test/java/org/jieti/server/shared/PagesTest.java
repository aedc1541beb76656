package org.jieti.server.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jieti.server.accounts.Role;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ServerTest
class PagesTest {
    private final Cast cast;

    PagesTest(Cast cast) {
        this.cast = cast;
    }

    @Test
    void htmx_gets_the_part_it_asks_for_and_caches_know() {
        Visitor visitor = cast.signedIn(Role.CONTRIBUTOR, Side.OWN);

        Visitor.Answer part = visitor.fragment("/", "main");
        assertThat(part.body()).contains("<main").doesNotContain("<html", "<head");
        assertThat(part.header("Vary")).containsIgnoringCase("HX-Request");
        assertThat(visitor.get("/").body()).contains("<html", "<main");
    }

    @Test
    void a_choice_of_language_is_kept_and_leads_back_but_never_elsewhere() {
        Visitor visitor = cast.nobody();
        assertThat(visitor.get("/sign-in").page().title()).isEqualTo("登录 · 阶梯");

        assertThat(
                        visitor.post("/preferences", Map.of("lang", "en", "back", "/sign-in"))
                                .location())
                .endsWith("/sign-in");
        assertThat(visitor.get("/sign-in").page().title()).isEqualTo("Sign in · Jieti");
        assertThat(
                        visitor.post("/preferences", Map.of("lang", "zh", "back", "//evil.example"))
                                .location())
                .isEqualTo(cast.address() + "/");
    }

    @Test
    void a_page_that_does_not_exist_says_so_in_both_languages() {
        Visitor visitor = cast.signedIn(Role.CONTRIBUTOR, Side.OWN);

        Visitor.Answer missing = visitor.get("/nothing-here");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.page().select("h1").text()).isEqualTo("页面不存在");
        visitor.post("/preferences", Map.of("lang", "en", "back", "/"));
        assertThat(visitor.get("/nothing-here").page().select("h1").text())
                .isEqualTo("This page does not exist");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_defect_shows_a_reference_number_that_the_log_knows_and_nothing_of_its_inside(
            CapturedOutput log) {
        Visitor.Answer answer = cast.signedIn(Role.AUDIT_ADMIN, Side.OWN).get("/defect");

        assertThat(answer.status()).isEqualTo(500);
        String reference = answer.page().select("code").text();
        assertThat(reference).hasSize(8);
        assertThat(log).contains("Reference " + reference, "what only the log may say");
        assertThat(answer.body()).doesNotContain("what only the log may say", "Exception");
    }
}
