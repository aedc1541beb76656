package org.jieti.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;

import java.util.List;
import java.util.Map;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

@ServerTest
class SignInTest {
    private final Cast cast;
    private final DSLContext database;

    SignInTest(Cast cast, DSLContext database) {
        this.cast = cast;
        this.database = database;
    }

    @Test
    void five_wrong_passwords_lock_a_name_even_for_the_right_one() {
        cast.person(Role.EXPERT, Side.OWN);
        Visitor visitor = cast.nobody();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(signIn(visitor, Cast.username(Role.EXPERT, Side.OWN), "wrong"))
                    .endsWith("/sign-in?refused");
        }

        assertThat(signIn(visitor, Cast.username(Role.EXPERT, Side.OWN), Cast.PASSWORD))
                .endsWith("/sign-in?locked");
    }

    @Test
    void a_name_that_nobody_has_is_locked_like_any_other() {
        Visitor visitor = cast.nobody();
        for (int attempt = 1; attempt <= 5; attempt++) {
            signIn(visitor, "nobody.at.all", "wrong");
        }

        assertThat(signIn(visitor, "nobody.at.all", "wrong")).endsWith("/sign-in?locked");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        Visitor visitor = cast.signedIn(Role.SUPERVISOR, Side.OWN);

        assertThat(visitor.postAs("/sign-out", Map.of(), "forged").status()).isEqualTo(403);
        assertThat(visitor.get("/").status()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session() {
        Visitor visitor = cast.signedIn(Role.ASSESSOR, Side.OWN);
        visitor.post("/sign-out", Map.of());

        assertThat(visitor.get("/").location()).endsWith("/sign-in");
    }

    @Test
    void pages_carry_a_policy_without_inline_script_and_cookies_that_scripts_cannot_read() {
        Visitor.Answer answer = cast.nobody().get("/sign-in");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
        assertThat(answer.page().select("script:not([src]), style, [style], [onclick]")).isEmpty();
    }

    @Test
    void the_database_refuses_to_change_the_audit_record() {
        cast.signedIn(Role.INTAKE_OFFICER, Side.OWN);

        assertThat(database.fetchCount(AUDIT_ENTRY)).isPositive();
        assertThat(
                        List.<Runnable>of(
                                () -> database.deleteFrom(AUDIT_ENTRY).execute(),
                                () ->
                                        database.update(AUDIT_ENTRY)
                                                .set(AUDIT_ENTRY.ACTOR_NAME, "nobody")
                                                .execute(),
                                () -> database.truncate(AUDIT_ENTRY).execute()))
                .allSatisfy(
                        change ->
                                assertThatThrownBy(change::run)
                                        .isInstanceOf(DataAccessException.class)
                                        .hasMessageContaining("never changed or removed"));
    }

    @Test
    void administrators_have_no_other_role() {
        var organisation = cast.organisation(Side.OWN);
        var both =
                List.of(
                        new RoleGrant(Role.SYSTEM_ADMIN, organisation, null, null),
                        new RoleGrant(Role.AUDIT_ADMIN, organisation, null, null));

        assertThatThrownBy(() -> cast.person(organisation, "both", both))
                .hasMessageContaining("does not go with the other roles");
        assertThat(Role.SYSTEM_ADMIN.goesWith(Role.EXPERT)).isFalse();
        assertThat(Role.ASSESSOR.goesWith(Role.EXPERT)).isTrue();
    }

    private static String signIn(Visitor visitor, String username, String password) {
        return String.valueOf(
                visitor.post("/sign-in", Map.of("username", username, "password", password))
                        .location());
    }
}
