package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Case;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.catalog.format.FileKind;
import org.jieti.core.elicitation.Elicitation;
import org.jieti.core.elicitation.Method;
import org.jieti.core.elicitation.Settings;
import org.jieti.core.model.Direction;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What experts state comes in as YAML or CSV, and everything that is wrong with it is found in its
/// place.
class WeighingTest {
    private static final String HEAD =
            """
            weighing: ahp
            model: small@1
            weightSet: mine
            groups:
              - statements:
                  - {expert: E1, compared: [[alpha, beta, 3]]}
            """;

    private final Models models;

    WeighingTest(@TempDir Path folder) {
        models = new Models(folder);
    }

    private static Case of(String sentence, String method, String statements, String... rules) {
        return Case.of(
                sentence,
                "weighing: %s\nmodel: small@1\nweightSet: mine\ngroups:\n%s"
                        .formatted(method, statements),
                rules);
    }

    static List<Case> cases() {
        return List.of(
                of(
                        "a group under a node that the model lacks",
                        "ahp",
                        "  - {under: ‸gamma, statements: []}\n",
                        "weighing.group.unknown"),
                of(
                        "a group of criteria, which carry no weights",
                        "ahp",
                        "  - {under: ‸alpha.one.way, statements: []}\n",
                        "weighing.group.unknown"),
                of(
                        "a group that stands there twice",
                        "budget",
                        """
                          - statements:
                              - {expert: E1, shares: {alpha: 50, beta: 50}}
                          - ‸statements:
                              - {expert: E1, shares: {alpha: 50, beta: 50}}
                        """,
                        "weighing.group.twice"),
                of(
                        "a group that nobody says anything about",
                        "ahp",
                        "  - ‸{under: alpha, statements: []}\n",
                        "weighing.nobody"),
                of(
                        "an expert who states twice",
                        "budget",
                        """
                          - statements:
                              - {expert: E1, shares: {alpha: 50, beta: 50}}
                              - ‸{expert: E1, shares: {alpha: 40, beta: 60}}
                        """,
                        "weighing.statement.twice"),
                of(
                        "a statement in the form of another method",
                        "ahp",
                        "  - statements:\n      - ‸{expert: E1, shares: {alpha: 1, beta: 1}}\n",
                        "weighing.statement.method"),
                Case.of(
                        "an expert who is not listed",
                        HEAD.replace("groups:", "experts: [{id: E2}]\ngroups:")
                                .replace("- {expert", "- ‸{expert"),
                        "weighing.expert.unknown"),
                of(
                        "judgements that leave a group in parts",
                        "ahp",
                        "  - {under: alpha, statements: [‸{expert: E1, compared: []}]}\n",
                        "weighing.pairs.apart"),
                of(
                        "shares that leave a member out",
                        "budget",
                        "  - statements:\n      - ‸{expert: E1, shares: {alpha: 100}}\n",
                        "weighing.members.missing"),
                of(
                        "ranks that leave a member out",
                        "ranking",
                        "  - statements:\n      - ‸{expert: E1, ranks: {alpha: 1}}\n",
                        "weighing.members.missing"),
                of(
                        "shares of nothing",
                        "delphi",
                        "  - statements:\n      - ‸{expert: E1, shares: {alpha: 0, beta: 0}}\n",
                        "weighing.shares.nothing"),
                of(
                        "shares that are not the budget",
                        "budget",
                        "  - statements:\n      - ‸{expert: E1, shares: {alpha: 60, beta: 50}}\n",
                        "weighing.shares.sum"),
                of(
                        "weights that do not sum to 1",
                        "direct",
                        "  - statements:\n      - ‸{expert: E1, shares: {alpha: 0.6, beta: 0.5}}\n",
                        "weighing.shares.sum"),
                of(
                        "a node that is both best and worst",
                        "best-worst",
                        """
                          - statements:
                              - ‸{expert: E1, best: alpha, worst: alpha,
                                 bestToOthers: {alpha: 1}, othersToWorst: {alpha: 1}}
                        """,
                        "weighing.best.same"),
                of(
                        "a comparison with the best below 1",
                        "best-worst",
                        """
                          - statements:
                              - ‸{expert: E1, best: alpha, worst: beta,
                                 bestToOthers: {beta: 0.5}, othersToWorst: {}}
                        """,
                        "weighing.best.value"),
                of(
                        "best against worst with two values",
                        "best-worst",
                        """
                          - statements:
                              - ‸{expert: E1, best: alpha, worst: beta,
                                 bestToOthers: {alpha: 1, beta: 5}, othersToWorst: {alpha: 4}}
                        """,
                        "weighing.best.pair"),
                of(
                        "a method of data without a table",
                        "entropy",
                        "  - {}\n",
                        "weighing.table.missing"),
                of(
                        "two groups with one fault each",
                        "budget",
                        """
                          - statements:
                              - {expert: E1, shares: {alpha: 50, ‸gamma: 50}}
                          - under: alpha
                            statements:
                              - {expert: E1, shares: {alpha.one: ‸many, alpha.two: 50}}
                        """,
                        "weighing.member",
                        "weighing.number"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void is_refused_in_its_place(Case wrong) {
        Path file = models.write("mine.yaml", wrong.file().text());

        Parsed<FileKind> validated = models.catalog().validate(file);

        assertThat(validated).isInstanceOf(Parsed.Invalid.class);
        List<String> expected = wrong.expected(file.toString());
        assertThat(Models.lines(validated)).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            // a group's place is where its first key stands
            String rule = wrong.rules().get(i);
            assertThat(Models.lines(validated).get(i)).endsWith(" " + rule);
            if (!rule.equals("weighing.table.missing")) {
                assertThat(Models.lines(validated).get(i)).isEqualTo(expected.get(i));
            }
        }
        Rendered.assertSound(validated.findings());
    }

    private Parsed<WeighingFile> read(Path file, Method method) {
        return models.catalog()
                .weighing(file, new WeighingRequest(method, "small", null, null, null, null));
    }

    private Elicitation sound(Path file, Method method) {
        Parsed<WeighingFile> read = read(file, method);
        assertThat(read.findings()).isEmpty();
        return ((Parsed.Ok<WeighingFile>) read).value().elicitation();
    }

    private List<String> lines(Path file, Method method) {
        Parsed<WeighingFile> read = read(file, method);
        Rendered.assertSound(read.findings());
        return read.findings().stream()
                .map(
                        finding ->
                                finding.location().line()
                                        + ":"
                                        + finding.location().column()
                                        + " "
                                        + finding.rule())
                .toList();
    }

    @Test
    void a_sound_file_is_read_with_its_choices() {
        Path file =
                models.write(
                        "mine.yaml",
                        HEAD.replace(
                                "groups:",
                                """
                                base: equal
                                randomIndex: saaty-1980
                                pooling: priorities
                                experts: [{id: E1, voice: 2.5, given: 2026-06-30}]
                                groups:\
                                """));

        Elicitation elicitation = sound(file, Method.AHP);

        assertThat(elicitation.id()).isEqualTo("mine");
        assertThat(elicitation.settings().randomIndex()).isEqualTo("saaty-1980");
        assertThat(elicitation.settings().pooling()).isEqualTo(Settings.Pooling.PRIORITIES);
        assertThat(elicitation.expert("E1").voice()).isEqualTo(2.5);
        assertThat(elicitation.base().id()).isEqualTo("equal");
        assertThat(elicitation.groups().getFirst().members())
                .containsExactly(new NodeId("alpha"), new NodeId("beta"));
        assertThat(models.catalog().validate(file).findings()).isEmpty();
    }

    @Test
    void what_is_asked_for_takes_the_place_of_what_the_file_says() {
        Path file = models.write("mine.yaml", HEAD);
        Parsed<WeighingFile> read =
                models.catalog()
                        .weighing(
                                file,
                                new WeighingRequest(
                                        Method.AHP, null, "other", "equal", "cho-2019", "mean"));

        Elicitation elicitation = ((Parsed.Ok<WeighingFile>) read).value().elicitation();

        assertThat(elicitation.id()).isEqualTo("other");
        assertThat(elicitation.settings().randomIndex()).isEqualTo("cho-2019");
        assertThat(elicitation.settings().pooling()).isEqualTo(Settings.Pooling.MEAN);
    }

    @Test
    void another_method_than_the_file_names_is_refused() {
        assertThat(lines(models.write("mine.yaml", HEAD), Method.DELPHI))
                .containsExactly("1:11 weighing.method");
    }

    @Test
    void a_table_of_pairs_is_read_by_group_and_expert() {
        Path file =
                models.write(
                        "mine.csv",
                        """
                        expert,voice,given,first,second,ratio
                        甲,2,2026-06-30,alpha,beta,3
                        甲,2,2026-06-30,alpha.one,alpha.two,1/5
                        乙,,,beta,alpha,2
                        """);

        Elicitation elicitation = sound(file, Method.AHP);

        assertThat(elicitation.groups()).hasSize(2);
        assertThat(elicitation.expert("甲").voice()).isEqualTo(2);
        assertThat(elicitation.expert("乙").voice()).isEqualTo(1);
        Statement.Compared second =
                (Statement.Compared) elicitation.groups().get(1).statements().getFirst();
        assertThat(elicitation.groups().get(1).parent()).isEqualTo(new NodeId("alpha"));
        assertThat(second.judgements().getFirst().ratio()).isEqualTo(0.2, within(1e-15));
        assertThat(elicitation.groups().getFirst().statements()).hasSize(2);
    }

    @Test
    void a_table_of_shares_is_read_by_round() {
        Path file =
                models.write(
                        "mine.csv",
                        """
                        expert,round,node,share
                        1,1,alpha,50
                        1,1,beta,50
                        1,2,alpha,60
                        1,2,beta,40
                        """);

        Elicitation elicitation = sound(file, Method.DELPHI);

        assertThat(elicitation.groups().getFirst().statements())
                .extracting(statement -> ((Statement.Shares) statement).round())
                .containsExactly(1, 2);
    }

    @Test
    void tables_of_limits_ranks_and_best_and_worst_are_read() {
        Elicitation limits =
                sound(
                        models.write(
                                "limits.csv",
                                "expert,node,lowest,highest\n1,alpha,0.2,0.4\n1,beta,,0.9\n"),
                        Method.DIRECT);
        Elicitation ranks =
                sound(
                        models.write("ranks.csv", "expert,node,rank\n1,alpha,2\n1,beta,1\n"),
                        Method.RANKING);
        Elicitation best =
                sound(
                        models.write(
                                "best.csv",
                                """
                                expert,node,role,fromBest,toWorst
                                1,alpha,best,1,4
                                1,beta,worst,4,1
                                """),
                        Method.BEST_WORST);

        Statement.Limits stated =
                (Statement.Limits) limits.groups().getFirst().statements().getFirst();
        assertThat(stated.ranges().get(new NodeId("beta"))).isEqualTo(new Statement.Range(0, 0.9));
        assertThat(((Statement.Ranked) ranks.groups().getFirst().statements().getFirst()).ranks())
                .containsEntry(new NodeId("beta"), 1);
        assertThat(
                        ((Statement.BestWorst) best.groups().getFirst().statements().getFirst())
                                .bestToOthers())
                .containsEntry(new NodeId("beta"), 4.0);
    }

    @Test
    void what_is_wrong_with_a_table_is_found_at_its_cell() {
        assertThat(
                        lines(
                                models.write(
                                        "a.csv",
                                        """
                                        expert,first,second,ratio
                                        1,alpha,beta,0
                                        1,alpha,gamma,2
                                        """),
                                Method.AHP))
                .containsExactly("2:4 weighing.ratio", "3:3 weighing.member");
        assertThat(lines(models.write("b.csv", "expert,first,beta\n"), Method.AHP))
                .containsExactly("1:3 weighing.table.column");
        assertThat(lines(models.write("c.csv", "first,second,ratio\n"), Method.AHP))
                .containsExactly("1:1 weighing.table.expert");
        assertThat(lines(models.write("d.csv", "expert,node,share\n1,,50\n"), Method.BUDGET))
                .containsExactly("2:1 weighing.row.node");
        assertThat(
                        lines(
                                models.write(
                                        "e.csv",
                                        """
                                        expert,node,role,fromBest,toWorst
                                        1,alpha,good,1,4
                                        """),
                                Method.BEST_WORST))
                .containsExactly("2:3 weighing.row.role");
        assertThat(
                        lines(
                                models.write(
                                        "f.csv",
                                        """
                                        expert,node,role,fromBest,toWorst
                                        1,alpha,best,1,4
                                        1,beta,best,4,1
                                        """),
                                Method.BEST_WORST))
                .containsExactly("3:3 weighing.row.role.twice");
    }

    @Test
    void text_after_a_closing_quote_is_no_table() {
        assertThat(
                        lines(
                                models.write("a.csv", "expert,node,rank\n1,\"alpha\"n,1\n"),
                                Method.RANKING))
                .contains("0:0 table.syntax");
        assertThat(lines(models.write("b.csv", "unit,alpha,beta\nu1,\"5\"0,1\n"), Method.GINI))
                .contains("0:0 table.syntax");
    }

    @Test
    void a_table_without_a_model_needs_one_to_be_named() {
        Path file = models.write("a.csv", "expert,first,second,ratio\n1,alpha,beta,2\n");
        WeighingRequest request = new WeighingRequest(Method.AHP, null, null, null, null, null);

        assertThat(models.catalog().weighing(file, request).findings())
                .extracting(Finding::rule)
                .containsExactly("weighing.model.unnamed");
    }

    private static final String UNITS =
            """
            unit,alpha.score,beta.score,pue
            u1,50,70,1.4
            u2,60,75,1.2
            u3,80,,1.3
            """;

    @Test
    void a_table_of_units_weighs_every_group_that_it_covers() {
        Parsed<WeighingFile> read = read(models.write("units.csv", UNITS), Method.ENTROPY);

        Elicitation elicitation = ((Parsed.Ok<WeighingFile>) read).value().elicitation();
        assertThat(elicitation.groups()).hasSize(1);
        assertThat(elicitation.groups().getFirst().columns().getFirst().values())
                .containsExactly(50.0, 60.0);
        assertThat(read.findings())
                .extracting(Finding::rule)
                .containsExactly("weighing.units.left");
    }

    @Test
    void a_weighing_names_the_columns_and_directions_of_its_table() {
        models.write("units.csv", UNITS);
        Path file =
                models.write(
                        "mine.yaml",
                        """
                        weighing: critic
                        model: small@1
                        weightSet: mine
                        table: units.csv
                        groups:
                          - columns:
                              alpha: {column: pue, direction: lower}
                        """);

        Parsed<WeighingFile> read = read(file, Method.CRITIC);

        Elicitation.Group group =
                ((Parsed.Ok<WeighingFile>) read).value().elicitation().groups().getFirst();
        assertThat(group.columns().get(0).name()).isEqualTo("pue");
        assertThat(group.columns().get(0).direction()).isEqualTo(Direction.LOWER);
        assertThat(group.columns().get(1).name()).isEqualTo("beta.score");
    }

    @Test
    void what_is_wrong_with_a_table_of_units_is_found() {
        assertThat(lines(models.write("a.csv", "unit,alpha\nu1,5\nu2,6\n"), Method.GINI))
                .containsExactly("0:0 weighing.table.groups");
        assertThat(lines(models.write("b.csv", "unit,alpha,beta\nu1,5,x\nu2,6,7\n"), Method.GINI))
                .containsExactly("2:3 weighing.number");
        assertThat(lines(models.write("c.csv", "unit,alpha,beta\nu1,5,4\n"), Method.GINI))
                .containsExactly("0:0 weighing.units.few");
        models.write("units.csv", UNITS);
        Path file =
                models.write(
                        "mine.yaml",
                        """
                        weighing: critic
                        model: small@1
                        weightSet: mine
                        table: units.csv
                        groups: [{columns: {alpha: {column: nope}}}]
                        """);
        assertThat(lines(file, Method.CRITIC)).containsExactly("1:1 weighing.column.missing");
    }
}
