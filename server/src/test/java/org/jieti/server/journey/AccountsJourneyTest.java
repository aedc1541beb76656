package org.jieti.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.jieti.server.accounts.OrganisationKind;
import org.jieti.server.accounts.People;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.ground.BrowserTest;
import org.jieti.server.ground.Browsing;
import org.jieti.server.ground.Cast;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// Organisations, people, roles and one's own account, as administrators and people see them.
@BrowserTest
class AccountsJourneyTest {
    private static final String PASSWORD = "lantern-orbit-7-walnut";
    private static final String LONG = "云栖示例自治区大数据发展管理局政务云运营示例中心";

    private final Cast cast;
    private final People people;
    private final TransactionTemplate transaction;

    AccountsJourneyTest(Cast cast, People people, TransactionTemplate transaction) {
        this.cast = cast;
        this.people = people;
        this.transaction = transaction;
    }

    private static void look(Page page, String name) {
        Browsing.assertAccessible(page);
        Browsing.picture(page, name);
    }

    /// A page that answers a form is gone once its language is changed.
    private static void lookAtAnswer(Page page, String name) {
        Browsing.assertAccessible(page);
        Browsing.pictureAsItIs(page, name);
    }

    @Test
    void from_an_organisation_to_somebody_who_signs_in_with_a_role(Browsing browsing) {
        UUID platform = organisation("平台示例管理局", OrganisationKind.PLATFORM);
        UUID unit = organisation(LONG, OrganisationKind.UNIT);
        cast.person(unit, "li.na", List.of(new RoleGrant(Role.CONTRIBUTOR, unit, null, null)));
        administrator(platform, "wang.system", Role.SYSTEM_ADMIN);
        administrator(platform, "wang.security", Role.SECURITY_ADMIN);
        Page system = browsing.page();
        browsing.signIn(system, "wang.system", Cast.PASSWORD);

        system.click("nav.side a[href='/organisations']");
        system.click("a[href='/organisations/new']");
        look(system, "organisation-new");
        system.fill("#name", "松岭示例评估中心");
        system.check("input[value=ASSESSMENT_BODY]");
        system.click("main form button");
        look(system, "organisation");
        system.navigate("/organisations");
        look(system, "organisations");
        system.click("text=松岭示例评估中心");
        system.click("a[href^='/people/new']");
        system.fill("#name", "示例赵敏");
        system.fill("#username", "Z");
        system.click("main form button");
        assertThat(system.inputValue("#name")).isEqualTo("示例赵敏");
        lookAtAnswer(system, "person-new-wrong");
        system.fill("#username", "zhao.min");
        system.click("main form button");
        look(system, "person-added");
        system.click("form[action$='/invitation'] button");
        lookAtAnswer(system, "person-link");
        String link = system.textContent("#link");
        system.navigate("/people");
        look(system, "people");

        Page person = browsing.person();
        person.navigate(link);
        look(person, "invitation");
        person.fill("#password", PASSWORD);
        person.fill("#again", PASSWORD);
        person.click("main form button");
        browsing.signIn(person, "zhao.min", PASSWORD);
        assertThat(person.textContent("main")).contains("尚未为您分配角色");

        Page guard = browsing.person();
        browsing.signIn(guard, "wang.security", Cast.PASSWORD);
        guard.navigate("/people");
        guard.fill("#q", "zhao");
        guard.waitForSelector("#list tbody tr:only-child");
        guard.click("text=示例赵敏");
        guard.selectOption("#role", "LEAD_ASSESSOR");
        guard.click("form[action$='/roles'] button");
        look(guard, "person-roles");
        guard.selectOption("#role", "AUDIT_ADMIN");
        guard.click("form[action$='/roles'] button");
        lookAtAnswer(guard, "person-refused");

        person.navigate("/");
        assertThat(person.textContent("nav.side")).contains("评估活动");
        person.click("details.menu summary");
        person.click("a[href='/account']");
        look(person, "account");
        person.fill("#old", "not-mine");
        person.fill("#password", PASSWORD);
        person.fill("#again", PASSWORD);
        person.click("form[action='/account/password'] button");
        lookAtAnswer(person, "account-wrong");
        person.navigate("/account/totp");
        look(person, "totp-off");
        person.click("form[action='/account/totp/begin'] button");
        look(person, "totp-begun");
        person.fill("#code", "12");
        person.click("form[action='/account/totp'] button");
        Browsing.assertAccessible(person);
        person.fill("#code", code(String.valueOf(person.textContent("#secret"))));
        person.click("form[action='/account/totp'] button");
        lookAtAnswer(person, "totp-codes");
        String recovery = person.textContent("#codes li:last-child code");
        person.navigate("/account/totp");
        look(person, "totp-on");

        Page elsewhere = browsing.person();
        elsewhere.navigate("/sign-in");
        elsewhere.fill("#username", "zhao.min");
        elsewhere.fill("#password", PASSWORD);
        elsewhere.click("main button");
        look(elsewhere, "sign-in-code");
        elsewhere.fill("#code", recovery);
        elsewhere.click("main button");
        elsewhere.waitForURL("**/");
        assertThat(elsewhere.textContent("h1")).contains("示例赵敏");

        administrator(platform, "wang.audit", Role.AUDIT_ADMIN);
        Page auditor = browsing.person();
        browsing.signIn(auditor, "wang.audit", Cast.PASSWORD);
        auditor.click("nav.side a[href='/audit']");
        look(auditor, "audit");
        auditor.selectOption("#action", "accounts.role.granted");
        auditor.click("main form button");
        auditor.click("details.said summary");
        lookAtAnswer(auditor, "audit-found");
        guard.navigate("/people");
        guard.click("text=示例赵敏");
        look(guard, "person-guarded");
    }

    /// What an authenticator app shows.
    private static String code(String secret) {
        TimeBasedOneTimePasswordGenerator app = new TimeBasedOneTimePasswordGenerator();
        try {
            return app.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret.replace(" ", "")), app.getAlgorithm()),
                    Instant.now());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID organisation(String name, OrganisationKind kind) {
        UUID id = transaction.execute(_ -> people.addOrganisation(name, kind));
        if (id == null) {
            throw new IllegalStateException();
        }
        return id;
    }

    private void administrator(UUID platform, String username, Role role) {
        cast.person(platform, username, List.of(new RoleGrant(role, platform, null, null)));
    }
}
