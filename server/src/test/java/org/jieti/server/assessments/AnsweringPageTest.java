package org.jieti.server.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServerTest
class AnsweringPageTest {
    private final Cast cast;
    private final Scene scene;

    AnsweringPageTest(Cast cast, Scene scene) {
        this.cast = cast;
        this.scene = scene;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgimm@2021.1", "gartner@2021.1", "nag@2021.1", "odmm@2021.1"})
    void every_shipped_model_is_laid_out_to_be_answered(String model) {
        UUID assessment = scene.answering(Side.OWN, model);
        Visitor visitor = cast.signedIn(Role.CONTRIBUTOR, Side.OWN);

        Visitor.Answer answer = visitor.get("/assessments/" + assessment);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select(".card")).isNotEmpty();
        assertThat(answer.page().select(".card .option")).isNotEmpty();
        assertThat(answer.page().select("#live h2")).isNotEmpty();
        assertThat(answer.page().select(".tree > ul > li")).hasSizeGreaterThan(5);
    }

    @Test
    void a_form_saves_and_leads_back_to_its_place() {
        UUID assessment = scene.answering(Side.OWN, Scene.DGIMM);
        Visitor visitor = cast.signedIn(Role.CONTRIBUTOR, Side.OWN);

        Visitor.Answer saved =
                visitor.post(
                        "/assessments/%s/answers/data.open.access.2".formatted(assessment),
                        Map.of("answer", "rated.met", "note", "见目录", "version", "0"));
        assertThat(saved.location())
                .endsWith(
                        "/assessments/%s?node=data.open.access.2#c-data.open.access.2"
                                .formatted(assessment));
        Visitor.Answer page = visitor.get("/assessments/" + assessment + "?node=data.open");
        assertThat(
                        page.page()
                                .getElementById("c-data.open.access.2")
                                .select("[name=answer][checked]")
                                .attr("value"))
                .isEqualTo("rated.met");
    }
}
