package org.jieti.catalog.dgimm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.core.model.Clause;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every clause of the report's table 2.3 and of its Figure 6 is carried, and nothing is cited
/// that the report does not hold.
class ClausesDataTest {
    private static final List<String> COLUMNS = List.of("I", "II", "III", "IV", "V");

    private static final Map<String, Clause> CLAUSES =
            Dgimm.CATALOG.clauses(Dgimm.ID).stream()
                    .collect(
                            Collectors.toMap(
                                    Clause::id,
                                    Function.identity(),
                                    (first, _) -> first,
                                    LinkedHashMap::new));

    /// How many numbered items each cell of table 2.3 holds, the lost ones included.
    @ParameterizedTest
    @CsvSource({
        "vision, 1, 1, 1, 1, 1",
        "construction, 1, 2, 3, 3, 2",
        "operation, 2, 1, 2, 4, 3",
        "data, 2, 7, 6, 4, 5",
        "platform, 2, 4, 6, 6, 6",
        "application, 1, 3, 3, 4, 3",
        "value, 1, 2, 2, 3, 3"
    })
    void every_item_of_table_2_3_is_listed(String domain, int i, int ii, int iii, int iv, int v) {
        assertThat(listed("2.3", domain)).isEqualTo(numbered("2.3", domain, i, ii, iii, iv, v));
    }

    /// How many bullets each cell of Figure 6 holds.
    @ParameterizedTest
    @CsvSource({
        "vision, 1, 2, 2, 2, 2",
        "construction, 2, 3, 2, 2, 2",
        "operation, 2, 1, 2, 3, 2",
        "data, 1, 2, 3, 3, 3",
        "platform, 3, 4, 5, 4, 3",
        "application, 1, 1, 1, 2, 1",
        "value, 1, 2, 3, 3, 2"
    })
    void every_bullet_of_figure_6_is_listed(String domain, int i, int ii, int iii, int iv, int v) {
        assertThat(listed("F6", domain)).isEqualTo(numbered("F6", domain, i, ii, iii, iv, v));
    }

    private static List<String> numbered(String section, String domain, int... counts) {
        List<String> ids = new ArrayList<>();
        for (int column = 0; column < counts.length; column++) {
            for (int item = 1; item <= counts[column]; item++) {
                ids.add(String.join("/", section, domain, COLUMNS.get(column), "" + item));
            }
        }
        return ids;
    }

    private static List<String> listed(String section, String domain) {
        return CLAUSES.keySet().stream()
                .filter(id -> id.startsWith(section + "/" + domain + "/"))
                .filter(id -> COLUMNS.contains(id.split("/", -1)[2]))
                .toList();
    }

    @Test
    void figure_6_has_78_bullets() {
        assertThat(CLAUSES.keySet()).filteredOn(id -> id.startsWith("F6/")).hasSize(78);
    }

    @Test
    void every_clause_says_something_in_both_languages_and_no_two_say_the_same() {
        assertThat(CLAUSES.values())
                .extracting(clause -> clause.says().zh())
                .doesNotHaveDuplicates();
        assertThat(CLAUSES.values())
                .extracting(clause -> clause.says().en())
                .doesNotHaveDuplicates();
    }

    @Test
    void what_carries_a_clause_exists_and_cites_it() {
        for (Clause clause : CLAUSES.values()) {
            assertThat(clause.carriedBy()).as(clause.id()).isNotEmpty().doesNotHaveDuplicates();
            for (NodeId carrier : clause.carriedBy()) {
                assertThat(source(carrier)).as(carrier.value()).contains(clause.id());
            }
        }
    }

    @Test
    void what_is_cited_is_listed_with_the_one_who_cites_it() {
        Dgimm.MODEL.forEachNode(
                node -> {
                    for (String cited : source(node.id())) {
                        assertThat(CLAUSES).containsKey(cited);
                        assertThat(CLAUSES.get(cited).carriedBy())
                                .as("%s is carried by", cited)
                                .contains(node.id());
                    }
                });
    }

    /// The clauses that a criterion cites, or from which a ladder starts.
    private static List<String> source(NodeId id) {
        return switch (Dgimm.MODEL.find(id)) {
            case Criterion criterion -> criterion.source();
            case Indicator indicator when indicator.start() != null -> indicator.start().source();
            case null, default -> List.of();
        };
    }

    @Test
    void every_criterion_cites_a_clause() {
        assertThat(Dgimm.MODEL.criteria())
                .allSatisfy(criterion -> assertThat(criterion.source()).isNotEmpty());
    }

    @Test
    void a_criterion_that_table_2_3_states_stands_at_the_level_of_its_column() {
        for (Criterion criterion : Dgimm.MODEL.criteria()) {
            String[] first = criterion.source().getFirst().split("/", -1);
            boolean carried =
                    Set.of(Standing.STATED, Standing.JOINED, Standing.RESTORED)
                            .contains(criterion.standing());
            if (carried && first[0].equals("2.3") && COLUMNS.contains(first[2])) {
                assertThat(Dgimm.MODEL.level(criterion.level()).code())
                        .as(criterion.id().value())
                        .isEqualTo(first[2]);
            }
        }
    }

    /// Where Figure 6 and table 2.3 put the same thing at different levels: the clause of Figure
    /// 6, and the levels of table 2.3 at which criteria cite it.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "虚拟化政务云, F6/construction/II/2, III",
        "部门购买服务, F6/construction/III/2, IV",
        "部分应用云原生, F6/construction/III/1, IV",
        "开放 API, F6/data/IV/1, III",
        "辅助决策, F6/data/IV/3, II III",
        "责任, F6/data/III/3, II",
        "大数据, F6/platform/III/2, II",
        "物联网, F6/platform/III/4, II",
        "移动, F6/platform/I/2, II",
        "人工智能, F6/platform/IV/3, III",
        "绿色节能, F6/platform/IV/4, III",
        "新业务上线速度, F6/value/III/3, IV"
    })
    void a_difference_between_figure_6_and_table_2_3_is_visible(
            String subject, String clause, String levels) {
        String column = clause.split("/", -1)[2];
        List<String> elsewhere =
                Dgimm.MODEL.criteria().stream()
                        .filter(criterion -> criterion.source().contains(clause))
                        .map(criterion -> Dgimm.MODEL.level(criterion.level()).code())
                        .filter(level -> !level.equals(column))
                        .distinct()
                        .toList();

        assertThat(elsewhere).as(subject).contains(levels.split(" ", -1));
    }

    @Test
    void at_a_difference_table_2_3_governs_and_stands_first() {
        for (Criterion criterion : Dgimm.MODEL.criteria()) {
            Stream<String> figure =
                    criterion.source().stream().filter(clause -> clause.startsWith("F6/"));
            String level = Dgimm.MODEL.level(criterion.level()).code();
            boolean elsewhere = figure.anyMatch(clause -> !clause.split("/", -1)[2].equals(level));
            if (elsewhere && criterion.standing() != Standing.FIGURE) {
                assertThat(criterion.source().getFirst())
                        .as(criterion.id().value())
                        .startsWith("2.3/");
            }
        }
    }
}
