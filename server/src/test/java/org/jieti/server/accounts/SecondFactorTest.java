package org.jieti.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.jieti.server.accounts.AccountSettings.SecondFactor;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.junit.jupiter.api.Test;

@ServerTest
class SecondFactorTest {
    private static final int STEP = 30;

    private final Cast cast;

    SecondFactorTest(Cast cast) {
        this.cast = cast;
    }

    /// Somebody with a second factor.
    ///
    /// @param used a code that was taken to confirm it
    private record Enrolled(
            Visitor visitor,
            String username,
            UUID id,
            String secret,
            String used,
            List<String> codes) {}

    private Enrolled enrolled(String username) {
        UUID id = cast.person(cast.organisation(Side.OWN), username, List.of());
        Visitor visitor = cast.nobody();
        password(visitor, username);
        visitor.get("/account/totp");
        visitor.post("/account/totp/begin", Map.of());
        Visitor.Answer page = visitor.get("/account/totp");
        assertThat(page.page().select("svg.qr path").attr("d")).startsWith("M4 4h7v1h-7z");
        String secret = page.page().select("#secret").text().replace(" ", "");
        assertThat(visitor.post("/account/totp", Map.of("code", "000")).status()).isEqualTo(422);
        String code = code(secret, 0);
        Visitor.Answer shown = visitor.post("/account/totp", Map.of("code", code));
        List<String> codes = shown.page().select("#codes code").eachText();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(shown.header("Cache-Control")).contains("no-store");
        return new Enrolled(visitor, username, id, secret, code, codes);
    }

    @Test
    void a_code_is_asked_after_the_password_and_each_is_good_once() {
        Enrolled one = enrolled("two.steps");
        Visitor visitor = cast.nobody();

        assertThat(password(visitor, one.username())).endsWith("/sign-in/code");
        assertThat(visitor.get("/account").location()).as("not signed in").endsWith("/sign-in");
        assertThat(code(visitor, one.used()).status()).as("taken before").isEqualTo(422);
        assertThat(code(visitor, "12 34 56").status()).isEqualTo(422);
        // The clock may be off by a step.
        assertThat(code(visitor, code(one.secret(), 1)).location()).endsWith("/account?continue");
        assertThat(visitor.get("/account").status()).isEqualTo(200);
    }

    @Test
    void a_recovery_code_lets_in_once() {
        Enrolled one = enrolled("without.device");
        String code = one.codes().getFirst().toLowerCase(Locale.ROOT);
        Visitor visitor = cast.nobody();
        password(visitor, one.username());

        assertThat(code(visitor, code).location()).endsWith("/");
        Visitor again = cast.nobody();
        password(again, one.username());
        assertThat(code(again, code).status()).isEqualTo(422);
        assertThat(visitor.get("/account/totp").page().text()).contains("还剩 9 个恢复码");
    }

    @Test
    void wrong_codes_lock_the_name_though_the_password_is_right_each_time() {
        Enrolled one = enrolled("guessed.at");
        for (int attempt = 1; attempt <= 5; attempt++) {
            Visitor visitor = cast.nobody();
            assertThat(password(visitor, one.username())).endsWith("/sign-in/code");
            assertThat(code(visitor, "00000" + attempt).status()).isEqualTo(422);
        }

        assertThat(password(cast.nobody(), one.username())).endsWith("/sign-in?locked");
    }

    @Test
    void whoever_has_given_no_password_gets_no_further_with_a_code() {
        Enrolled one = enrolled("only.a.code");
        Visitor visitor = cast.nobody();
        visitor.get("/sign-in");

        assertThat(code(visitor, code(one.secret(), 1)).location()).endsWith("/sign-in?late");
    }

    @Test
    void the_session_has_another_id_once_somebody_is_signed_in() {
        Enrolled one = enrolled("fixed.session");
        Visitor visitor = cast.nobody();
        password(visitor, one.username());

        assertThat(code(visitor, one.codes().get(1)).header("Set-Cookie"))
                .contains("jieti=", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void a_link_for_a_new_password_does_not_get_past_the_second_factor() {
        Enrolled one = enrolled("new.password");
        Visitor admin = cast.signedIn(Role.SYSTEM_ADMIN, Side.OWN);
        String link =
                admin.post("/people/" + one.id() + "/invitation", Map.of())
                        .page()
                        .select("#link")
                        .text();
        Visitor visitor = cast.nobody();
        String path = link.substring(link.indexOf("/invitations"));
        visitor.get(path);
        visitor.post(path, Map.of("password", Cast.PASSWORD, "again", Cast.PASSWORD));

        assertThat(password(visitor, one.username())).endsWith("/sign-in/code");
    }

    @Test
    void the_security_administrator_removes_a_factor_that_was_lost() {
        Enrolled one = enrolled("lost.it");
        Visitor guard = cast.signedIn(Role.SECURITY_ADMIN, Side.OWN);

        guard.post("/people/" + one.id() + "/second-factor/reset", Map.of());

        assertThat(password(cast.nobody(), one.username())).endsWith("/");
    }

    @Test
    void somebody_renews_codes_and_gives_up_the_factor_with_a_code_each() {
        Enrolled one = enrolled("gives.up");
        Visitor visitor = one.visitor();
        visitor.get("/account/totp");

        assertThat(visitor.post("/account/totp/codes", Map.of("code", "1")).status())
                .isEqualTo(422);
        List<String> renewed =
                visitor.post("/account/totp/codes", Map.of("code", code(one.secret(), 1)))
                        .page()
                        .select("#codes code")
                        .eachText();
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(one.codes());
        assertThat(
                        visitor.post("/account/totp/remove", Map.of("code", one.codes().get(2)))
                                .status())
                .as("an old code")
                .isEqualTo(422);
        assertThat(visitor.post("/account/totp/remove", Map.of("code", renewed.get(2))).status())
                .isEqualTo(302);
        assertThat(password(cast.nobody(), one.username())).endsWith("/");
    }

    @Test
    void a_second_factor_is_demanded_of_whom_the_setting_says() {
        SignedIn admin = cast.asking(Role.AUDIT_ADMIN, Side.OWN);
        SignedIn expert = cast.asking(Role.EXPERT, Side.OWN);

        assertThat(SecondFactor.NOBODY.isDemandedOf(admin)).isFalse();
        assertThat(SecondFactor.ADMINISTRATORS.isDemandedOf(admin)).isTrue();
        assertThat(SecondFactor.ADMINISTRATORS.isDemandedOf(expert)).isFalse();
        assertThat(SecondFactor.EVERYBODY.isDemandedOf(expert)).isTrue();
    }

    private static Visitor.Answer code(Visitor visitor, String code) {
        return visitor.post("/sign-in/code", Map.of("code", code));
    }

    private static String password(Visitor visitor, String username) {
        visitor.get("/sign-in");
        String location =
                String.valueOf(
                        visitor.post(
                                        "/sign-in",
                                        Map.of("username", username, "password", Cast.PASSWORD))
                                .location());
        visitor.get("/sign-in/code");
        return location;
    }

    /// What an authenticator app shows.
    private static String code(String secret, int stepsAhead) {
        TimeBasedOneTimePasswordGenerator app = new TimeBasedOneTimePasswordGenerator();
        try {
            return app.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret), app.getAlgorithm()),
                    Instant.now().plusSeconds((long) STEP * stepsAhead));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
