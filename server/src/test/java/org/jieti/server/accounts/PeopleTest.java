package org.jieti.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;
import static org.jieti.server.database.schema.Tables.ROLE_GRANT;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class PeopleTest {
    private static final String NEW_PASSWORD = "lantern-orbit-7-walnut";

    private final Cast cast;
    private final DSLContext database;
    private final People people;
    private final TransactionTemplate transaction;
    private final Scene scene;

    PeopleTest(
            Cast cast,
            DSLContext database,
            People people,
            TransactionTemplate transaction,
            Scene scene) {
        this.cast = cast;
        this.database = database;
        this.people = people;
        this.transaction = transaction;
        this.scene = scene;
    }

    @Test
    void a_person_is_added_invited_and_signs_in_with_a_password_of_their_own() {
        Visitor admin = cast.signedIn(Role.SYSTEM_ADMIN, Side.OWN);
        String page =
                path(
                        admin.post(
                                        "/people/new",
                                        Map.of(
                                                "name",
                                                "示例新人",
                                                "username",
                                                "New.Person",
                                                "organisation",
                                                cast.organisation(Side.OWN).toString()))
                                .location());
        Visitor.Answer made = admin.post(page + "/invitation", Map.of());
        String link = path(made.page().select("#link").text());
        Visitor person = cast.nobody();

        assertThat(person.get(link).page().text()).contains("示例新人", "new.person");
        assertThat(
                        person.post(link, Map.of("password", "new.person", "again", "new.person"))
                                .status())
                .isEqualTo(422);
        assertThat(
                        person.post(link, Map.of("password", NEW_PASSWORD, "again", NEW_PASSWORD))
                                .location())
                .endsWith("/sign-in?set");
        assertThat(signIn(person, "new.person", NEW_PASSWORD)).endsWith("/");
        assertThat(person.get(link).status()).as("good once").isEqualTo(410);
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(admin.get(page).body()).doesNotContain(link);
    }

    @Test
    void a_newer_link_makes_an_older_one_lapse_and_one_for_somebody_disabled_does_not_open() {
        Visitor admin = cast.signedIn(Role.SYSTEM_ADMIN, Side.OWN);
        UUID id = someone("twice.invited");
        String first = link(admin, id);
        String second = link(admin, id);

        assertThat(cast.nobody().get(first).status()).isEqualTo(410);
        assertThat(cast.nobody().get(second).status()).isEqualTo(200);
        admin.post("/people/" + id + "/disable", Map.of());
        assertThat(cast.nobody().get(second).status()).isEqualTo(410);
        assertThat(admin.post("/people/" + id + "/invitation", Map.of()).page().text())
                .contains("请先启用");
    }

    @Test
    void whoever_is_disabled_is_out_with_the_next_page_and_cannot_come_back() {
        UUID id = someone("to.be.disabled");
        Visitor person = cast.nobody();
        signIn(person, "to.be.disabled", Cast.PASSWORD);
        Visitor admin = cast.signedIn(Role.SYSTEM_ADMIN, Side.OWN);

        admin.post("/people/" + id + "/disable", Map.of());

        assertThat(person.get("/").location()).endsWith("/sign-in");
        assertThat(signIn(cast.nobody(), "to.be.disabled", Cast.PASSWORD))
                .endsWith("/sign-in?refused");
        admin.post("/people/" + id + "/enable", Map.of());
        assertThat(signIn(cast.nobody(), "to.be.disabled", Cast.PASSWORD)).endsWith("/");
    }

    @Test
    void an_organisation_that_is_disabled_takes_its_people_out() {
        Visitor admin = cast.signedIn(Role.SYSTEM_ADMIN, Side.OWN);
        String page =
                path(
                        admin.post(
                                        "/organisations/new",
                                        Map.of("name", "枫桥示例评估中心", "kind", "ASSESSMENT_BODY"))
                                .location());
        UUID organisation = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        cast.person(organisation, "of.disabled", List.of());
        Visitor person = cast.nobody();
        signIn(person, "of.disabled", Cast.PASSWORD);

        assertThat(admin.post(page + "/disable", Map.of()).status()).isEqualTo(302);
        assertThat(person.get("/").location()).endsWith("/sign-in");
        assertThat(signIn(person, "of.disabled", Cast.PASSWORD)).endsWith("/sign-in?refused");
        assertThat(
                        admin.post("/organisations/new", Map.of("name", "枫桥示例评估中心", "kind", "UNIT"))
                                .page()
                                .select(".wrong")
                                .eachText())
                .as("units come with a round")
                .contains("此项必填。");
        assertThat(
                        admin.post(
                                        "/organisations/new",
                                        Map.of("name", "枫桥示例评估中心", "kind", "SUPERVISOR"))
                                .page()
                                .text())
                .contains("已有同名机构");
    }

    @Test
    void administrators_roles_exclude_each_other_and_all_others_and_the_rule_is_told() {
        UUID platform = platform("平台示例管理局");
        UUID person = someone("of.two.minds");
        Visitor guard = cast.signedIn(Role.SECURITY_ADMIN, Side.OWN);

        assertThat(give(guard, person, Role.EXPERT, cast.organisation(Side.OWN)).status())
                .isEqualTo(302);
        assertThat(give(guard, person, Role.AUDIT_ADMIN, platform).page().text()).contains("角色互斥");
        assertThat(give(guard, person, Role.AUDIT_ADMIN, cast.organisation(Side.OWN)).page().text())
                .contains("管理员角色只能代表平台管理机构");
        assertThat(give(guard, person, Role.EXPERT, cast.organisation(Side.OWN)).page().text())
                .contains("已有相同机构");
        assertThat(
                        give(
                                        guard,
                                        cast.person(Role.SECURITY_ADMIN, Side.OWN),
                                        Role.EXPERT,
                                        platform)
                                .page()
                                .text())
                .contains("不得为自己分配");
        assertThat(roles(person)).containsExactly("EXPERT");
    }

    @Test
    void a_role_for_one_round_that_there_is_not_is_refused() {
        UUID person = someone("of.no.round");
        Visitor guard = cast.signedIn(Role.SECURITY_ADMIN, Side.OWN);

        for (String round : List.of(UUID.randomUUID().toString(), "nonsense")) {
            assertThat(
                            guard.post(
                                            "/people/" + person + "/roles",
                                            Map.of(
                                                    "role",
                                                    "EXPERT",
                                                    "grantOrganisation",
                                                    cast.organisation(Side.OWN).toString(),
                                                    "round",
                                                    round))
                                    .page()
                                    .text())
                    .contains("该评估活动不存在");
        }
        assertThat(roles(person)).isEmpty();
    }

    @Test
    void a_role_that_reaches_every_round_is_not_given_for_one() {
        UUID person = someone("of.one.round");
        UUID round = scene.round(Scene.DGIMM, null);
        Visitor guard = cast.signedIn(Role.SECURITY_ADMIN, Side.OWN);

        for (Role role : List.of(Role.MODEL_EDITOR, Role.EXPERT)) {
            guard.post(
                    "/people/" + person + "/roles",
                    Map.of(
                            "role",
                            role.name(),
                            "grantOrganisation",
                            cast.organisation(Side.OWN).toString(),
                            "round",
                            round.toString()));
        }
        assertThat(roles(person)).containsExactly("EXPERT");
    }

    @Test
    void a_role_that_is_taken_away_is_gone_with_the_next_page() {
        UUID person = someone("for.a.while");
        Visitor guard = cast.signedIn(Role.SECURITY_ADMIN, Side.OWN);
        give(guard, person, Role.SUPERVISOR, cast.organisation(Side.OWN));
        Visitor visitor = cast.nobody();
        signIn(visitor, "for.a.while", Cast.PASSWORD);
        assertThat(visitor.get("/rounds").status()).isEqualTo(200);
        UUID grant =
                database.select(ROLE_GRANT.ID)
                        .from(ROLE_GRANT)
                        .where(ROLE_GRANT.PERSON.eq(person))
                        .fetchSingle(ROLE_GRANT.ID);

        guard.post("/people/" + person + "/roles/" + grant + "/withdraw", Map.of());

        assertThat(visitor.get("/rounds").status()).isEqualTo(403);
        assertThat(
                        database.select(AUDIT_ENTRY.DETAIL)
                                .from(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.ACTION.eq("accounts.role.withdrawn"))
                                .fetch(row -> row.value1().data()))
                .anyMatch(detail -> detail.contains("SUPERVISOR") && detail.contains("before"));
    }

    @Test
    void the_last_administrator_of_a_kind_keeps_account_and_role() {
        UUID platform = platform("孤峰示例管理局");
        database.deleteFrom(ROLE_GRANT).where(ROLE_GRANT.ROLE.eq("AUDIT_ADMIN")).execute();
        RoleGrant auditing = new RoleGrant(Role.AUDIT_ADMIN, platform, null, null);
        UUID only = cast.person(platform, "only.auditor", List.of(auditing));
        UUID invited =
                transaction.execute(
                        _ -> {
                            UUID id = people.addPerson(platform, "invited.auditor", "未设密码", null);
                            people.grant(id, auditing, null);
                            return id;
                        });
        Visitor admin = cast.signedIn(Role.SYSTEM_ADMIN, Side.OWN);
        Visitor guard = cast.signedIn(Role.SECURITY_ADMIN, Side.OWN);
        UUID grant =
                database.select(ROLE_GRANT.ID)
                        .from(ROLE_GRANT)
                        .where(ROLE_GRANT.PERSON.eq(only))
                        .fetchSingle(ROLE_GRANT.ID);

        assertThat(admin.post("/people/" + only + "/disable", Map.of()).page().text())
                .as("somebody who was only invited cannot sign in")
                .contains("再无其他人可以登录");
        assertThat(
                        guard.post("/people/" + only + "/roles/" + grant + "/withdraw", Map.of())
                                .page()
                                .text())
                .contains("再无其他人可以登录");
        assertThat(admin.post("/people/" + invited + "/disable", Map.of()).status()).isEqualTo(302);

        cast.person(platform, "second.auditor", List.of(auditing));
        assertThat(admin.post("/people/" + only + "/disable", Map.of()).status()).isEqualTo(302);
    }

    @Test
    void nobody_disables_themselves_nor_the_organisation_that_runs_the_platform() {
        Visitor admin = cast.signedIn(Role.SYSTEM_ADMIN, Side.OWN);
        UUID me = cast.person(Role.SYSTEM_ADMIN, Side.OWN);

        assertThat(admin.post("/people/" + me + "/disable", Map.of()).page().text())
                .contains("不能停用自己的账号");
        assertThat(
                        admin.post("/organisations/" + platform("总台示例管理局") + "/disable", Map.of())
                                .page()
                                .text())
                .contains("平台管理机构不能停用");
    }

    @Test
    void a_lock_is_lifted_and_sessions_are_ended_by_the_security_administrator() {
        UUID id = someone("mistyped");
        Visitor visitor = cast.nobody();
        signIn(visitor, "mistyped", Cast.PASSWORD);
        for (int attempt = 1; attempt <= 5; attempt++) {
            signIn(cast.nobody(), "mistyped", "wrong");
        }
        Visitor guard = cast.signedIn(Role.SECURITY_ADMIN, Side.OWN);
        assertThat(guard.get("/people?q=mistyped").page().select(".tag").eachText())
                .contains("已锁定");

        guard.post("/people/" + id + "/unlock", Map.of());
        assertThat(signIn(cast.nobody(), "mistyped", Cast.PASSWORD)).endsWith("/");
        guard.post("/people/" + id + "/sessions/end", Map.of());
        assertThat(visitor.get("/").location()).endsWith("/sign-in");
    }

    @Test
    void people_are_found_by_name_role_state_and_organisation_and_sort_by_pinyin() {
        UUID organisation = cast.organisation(Side.OTHER);
        for (String name : List.of("张示例", "阿示例", "李示例")) {
            transaction.executeWithoutResult(
                    _ ->
                            people.addPerson(
                                    organisation,
                                    "pinyin." + Integer.toHexString(name.hashCode()),
                                    name,
                                    null));
        }
        Visitor admin = cast.signedIn(Role.SYSTEM_ADMIN, Side.OWN);

        assertThat(
                        admin.get("/people?q=pinyin.&state=INVITED&organisation=" + organisation)
                                .page()
                                .select("tbody th")
                                .eachText())
                .containsExactly("阿示例", "李示例", "张示例");
        assertThat(admin.get("/people?q=pinyin.&role=EXPERT").page().select(".nothing").text())
                .contains("没有符合条件的记录");
        assertThat(admin.fragment("/people?q=pinyin.", "list").body())
                .contains("张示例")
                .doesNotContain("<html");
    }

    @Test
    void a_name_and_a_language_are_kept_with_the_account() {
        someone("polyglot");
        Visitor visitor = cast.nobody();
        signIn(visitor, "polyglot", Cast.PASSWORD);
        visitor.get("/account");
        visitor.post("/account", Map.of("name", "示例译员", "language", "en"));

        Visitor elsewhere = cast.nobody();
        signIn(elsewhere, "polyglot", Cast.PASSWORD);
        assertThat(elsewhere.get("/").page().select("h1").text()).isEqualTo("Hello, 示例译员");
        assertThat(visitor.post("/account", Map.of("name", "  ")).status()).isEqualTo(422);
    }

    @Test
    void a_password_is_changed_by_whoever_knows_it_and_other_sessions_end() {
        someone("careful");
        Visitor here = cast.nobody();
        Visitor elsewhere = cast.nobody();
        signIn(here, "careful", Cast.PASSWORD);
        signIn(elsewhere, "careful", Cast.PASSWORD);
        assertThat(here.get("/account").page().select("tbody tr")).hasSize(2);

        assertThat(change(here, "wrong", NEW_PASSWORD)).contains("当前密码不正确");
        assertThat(change(here, Cast.PASSWORD, Cast.PASSWORD)).contains("与当前密码相同");
        assertThat(change(here, Cast.PASSWORD, "1234567890")).contains("容易被猜出");
        assertThat(change(here, Cast.PASSWORD, NEW_PASSWORD)).isEmpty();

        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(elsewhere.get("/").location()).endsWith("/sign-in");
        assertThat(signIn(cast.nobody(), "careful", Cast.PASSWORD)).endsWith("?refused");
        assertThat(signIn(cast.nobody(), "careful", NEW_PASSWORD)).endsWith("/");
    }

    @Test
    void the_old_password_cannot_be_tried_out_from_an_open_browser() {
        someone("open.browser");
        Visitor visitor = cast.nobody();
        signIn(visitor, "open.browser", Cast.PASSWORD);
        visitor.get("/account");
        for (int attempt = 1; attempt <= 5; attempt++) {
            change(visitor, "wrong" + attempt, NEW_PASSWORD);
        }

        assertThat(change(visitor, Cast.PASSWORD, NEW_PASSWORD)).contains("您的用户名已锁定");
    }

    @Test
    void one_of_my_sessions_is_ended_and_nobody_ends_another_persons() {
        someone("of.two.places");
        Visitor here = cast.nobody();
        Visitor there = cast.nobody();
        signIn(here, "of.two.places", Cast.PASSWORD);
        signIn(there, "of.two.places", Cast.PASSWORD);
        String end = here.get("/account").page().select("form[action*=sessions]").attr("action");
        Visitor stranger = cast.signedIn(Role.EXPERT, Side.OTHER);

        stranger.post(end, Map.of());
        assertThat(there.get("/").status()).isEqualTo(200);
        here.post(end, Map.of());
        assertThat(there.get("/").location()).endsWith("/sign-in");
        assertThat(here.get("/").status()).isEqualTo(200);
    }

    private UUID someone(String username) {
        return cast.person(cast.organisation(Side.OWN), username, List.of());
    }

    private UUID platform(String name) {
        UUID id = transaction.execute(_ -> people.addOrganisation(name, OrganisationKind.PLATFORM));
        if (id == null) {
            throw new IllegalStateException();
        }
        return id;
    }

    private List<String> roles(UUID person) {
        return database.select(ROLE_GRANT.ROLE)
                .from(ROLE_GRANT)
                .where(ROLE_GRANT.PERSON.eq(person))
                .fetch(ROLE_GRANT.ROLE);
    }

    private static String change(Visitor visitor, String old, String password) {
        return visitor.post(
                        "/account/password",
                        Map.of("old", old, "password", password, "again", password))
                .page()
                .select("p.wrong")
                .text();
    }

    private static Visitor.Answer give(Visitor guard, UUID person, Role role, UUID organisation) {
        return guard.post(
                "/people/" + person + "/roles",
                Map.of("role", role.name(), "grantOrganisation", organisation.toString()));
    }

    private static String link(Visitor admin, UUID person) {
        return path(
                admin.post("/people/" + person + "/invitation", Map.of())
                        .page()
                        .select("#link")
                        .text());
    }

    private static String path(@Nullable String address) {
        return URI.create(String.valueOf(address)).getPath();
    }

    private static String signIn(Visitor visitor, String username, String password) {
        visitor.get("/sign-in");
        String location =
                String.valueOf(
                        visitor.post("/sign-in", Map.of("username", username, "password", password))
                                .location());
        visitor.get("/account");
        return location;
    }
}
