package org.jieti.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.RoundExamples;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.junit.jupiter.api.Test;

@ServerTest
class BoardTest {
    private final Cast cast;
    private final RoundExamples examples;
    private final RoundCourse course;

    BoardTest(Cast cast, RoundExamples examples, RoundCourse course) {
        this.cast = cast;
        this.examples = examples;
        this.course = course;
    }

    private String board() {
        SignedIn lead = examples.lead(cast, Side.OWN);
        UUID round = examples.planned(lead, "导出示例");
        course.add(
                lead,
                round,
                List.of(
                        examples.unit("E1", "丁示例局", "西区").id(),
                        examples.unit("E2", "丙示例局", "东区").id(),
                        // what a spreadsheet would run
                        examples.unit("E3", "=1+1 示例局", "东区").id()));
        assertThat(course.open(lead, round)).isNull();
        return "/rounds/" + round;
    }

    @Test
    void the_board_sorts_both_ways_and_its_table_holds_what_is_asked_for() {
        String board = board();
        Visitor lead = cast.signedIn(Role.LEAD_ASSESSOR, Side.OWN);

        List<String> up =
                lead.get(board).page().select(".board tbody th > span:first-child").eachText();
        assertThat(up).containsSubsequence("丙示例局", "丁示例局"); // bing before ding
        Visitor.Answer down = lead.get(board + "?sort=-name");
        assertThat(down.page().select(".board tbody th > span:first-child").eachText())
                .isEqualTo(up.reversed());
        assertThat(down.page().select("[aria-sort=descending]").text()).isEqualTo("单位");

        List<String> lines = lead.get(board + "/board.csv?q=东区&sort=-name").body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("\uFEFF单位,编码,地区,状态,").contains(",愿景机制,建设模式,");
        assertThat(lines.subList(1, 3))
                .anyMatch(line -> line.startsWith("丙示例局,E2,东区,未开始,"))
                .anyMatch(line -> line.startsWith("'=1+1 示例局,E3,东区,未开始,"));
    }
}
