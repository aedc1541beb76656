package org.jieti.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.server.database.schema.Tables.SIGN_IN_ATTEMPT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jieti.server.accounts.domain.SignInAttempts;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

@ServerTest
class SignInTest {
    private final Cast cast;

    private final DSLContext database;
    private final SignInAttempts attempts;

    SignInTest(Cast cast, DSLContext database, SignInAttempts attempts) {
        this.cast = cast;
        this.database = database;
        this.attempts = attempts;
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
    void sixty_wrong_attempts_from_one_address_in_five_minutes_stop_all_from_there() {
        cast.person(Role.SUPERVISOR, Side.OTHER);
        String username = Cast.username(Role.SUPERVISOR, Side.OTHER);
        database.deleteFrom(SIGN_IN_ATTEMPT).execute();
        for (int attempt = 1; attempt < SignInAttempts.PER_ADDRESS; attempt++) {
            attempts.record("name." + attempt, "127.0.0.1", SignInAttempts.Outcome.REFUSED);
        }
        try {
            assertThat(signIn(cast.nobody(), username, Cast.PASSWORD)).doesNotContain("sign-in");
            signIn(cast.nobody(), username, "wrong");
            assertThat(signIn(cast.nobody(), username, Cast.PASSWORD)).endsWith("/sign-in?many");
        } finally {
            database.deleteFrom(SIGN_IN_ATTEMPT).execute();
        }
    }

    @Test
    void a_session_that_nobody_used_for_half_an_hour_is_over() {
        Visitor visitor = cast.signedIn(Role.SITE_INSPECTOR, Side.OWN);
        String username = Cast.username(Role.SITE_INSPECTOR, Side.OWN);
        long idle = Duration.ofMinutes(29).toMillis();
        rest(username, idle);
        assertThat(visitor.get("/").status()).isEqualTo(200);

        rest(username, idle + Duration.ofMinutes(2).toMillis());
        assertThat(visitor.get("/").location()).endsWith("/sign-in");
    }

    /// As if a session had not been used for a while.
    private void rest(String username, long millis) {
        assertThat(
                        database.execute(
                                "update spring_session set last_access_time = last_access_time -"
                                    + " {0}, expiry_time = expiry_time - {0} where principal_name ="
                                    + " {1}",
                                DSL.val(millis), DSL.val(username)))
                .isEqualTo(1);
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
