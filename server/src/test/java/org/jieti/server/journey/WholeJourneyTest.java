package org.jieti.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jieti.core.assessment.Assessment;
import org.jieti.server.accounts.FirstStart;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.demo.Respondent;
import org.jieti.server.ground.BrowserTest;
import org.jieti.server.ground.Browsing;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.CommandLine;
import org.jieti.server.ground.Samples;
import org.jieti.server.models.domain.ShippedModels;
import org.jieti.server.shared.Times;
import org.jieti.server.units.AssessedUnit;
import org.jieti.server.units.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From an empty platform to a signed result that the command line finds again.
@BrowserTest
class WholeJourneyTest {
    private static final String PASSWORD = "lantern-orbit-7-walnut";
    private static final String CODE = "K01";
    private static final String SEARCH = "data.open.access.2";
    private static final String API = "data.open.access.3";
    private static final List<String> ON_PAGES = List.of(SEARCH, API, "data.open.access.4.1");

    private final FirstStart firstStart;
    private final ShippedModels shipped;
    private final Cast cast;
    private final Units units;
    private final Assessments assessments;
    private final Respondent respondent;

    @TempDir private Path folder = Path.of("");

    WholeJourneyTest(
            FirstStart firstStart,
            ShippedModels shipped,
            Cast cast,
            Units units,
            Assessments assessments,
            Respondent respondent) {
        this.firstStart = firstStart;
        this.shipped = shipped;
        this.cast = cast;
        this.units = units;
        this.assessments = assessments;
        this.respondent = respondent;
    }

    @Test
    void from_the_first_start_to_a_signed_result_that_the_command_line_finds_again(
            Browsing browsing) throws IOException, InterruptedException {
        shipped.add();
        Page lead = browsing.page();
        setUp(lead);
        openRound(browsing, lead);

        AssessedUnit unit = Objects.requireNonNull(units.withCodes(List.of(CODE)).get(CODE));
        UUID assessment = assessments.ofUnit(unit.id()).getFirst().id();
        String home = "/assessments/" + assessment;
        SignedIn ling = person(unit, "ling", Role.CONTRIBUTOR);
        person(unit, "bai", Role.INTERNAL_REVIEWER);
        person(unit, "gao", Role.UNIT_HEAD);

        Page contributor = browsing.personWithoutScript();
        browsing.signIn(contributor, "ling", Cast.PASSWORD);
        contributor.navigate(home);
        contributor.locator(".case-next button").click();
        assertThat(contributor.locator(".case-state")).hasText("自评中");
        contributor.navigate(home + "?node=data.open");
        choice(contributor, SEARCH, "rated.partly").check();
        card(contributor, SEARCH).locator("form.answer button:not(.withdraw)").click();
        assertThat(choice(contributor, SEARCH, "rated.partly")).isChecked();

        Page reviewer = browsing.person();
        Page head = browsing.person();
        browsing.signIn(reviewer, "bai", Cast.PASSWORD);
        browsing.signIn(head, "gao", Cast.PASSWORD);
        for (Page page : List.of(reviewer, head)) {
            page.navigate(home + "?node=data.open");
        }
        choice(head, API, "rated.met").check();
        assertThat(saved(head, API)).containsText("已保存");
        choice(reviewer, API, "rated.mostly").check();
        Locator clash = card(reviewer, API).locator(".clash");
        assertThat(clash.locator(".theirs")).containsText("满足");
        clash.locator("form.mine button").click();
        assertThat(saved(reviewer, API)).containsText("已保存");
        byKeyboard(head);
        respondent.answer(ling, assessment, rest());

        handIn(reviewer, head, home);
        compare(head, home);
    }

    private static Locator card(Page page, String criterion) {
        return page.locator("[id='c-%s']".formatted(criterion));
    }

    private static Locator choice(Page page, String criterion, String value) {
        return card(page, criterion).locator("[name=answer][value='%s']".formatted(value));
    }

    private static Locator saved(Page page, String criterion) {
        return page.locator("[id='status-c-%s']".formatted(criterion));
    }

    private void setUp(Page page) {
        page.navigate(String.valueOf(firstStart.link()));
        page.fill("#organisation", "示例平台");
        for (Role role : List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
            Map<String, String> fields =
                    Map.of(
                            "username",
                            role.name().toLowerCase(Locale.ROOT),
                            "name",
                            "示例管理员",
                            "password",
                            PASSWORD,
                            "again",
                            PASSWORD);
            fields.forEach(
                    (field, text) -> page.fill("[name='%s.%s']".formatted(role, field), text));
        }
        page.click("main button");
        page.waitForURL("**/sign-in?ready");
    }

    private static void openRound(Browsing browsing, Page page) {
        browsing.signIn(page, Role.LEAD_ASSESSOR, Side.OWN);
        page.navigate("/models/dgimm@2021.1");
        assertThat(page.locator("h1")).containsText("数字政府基础设施成熟度");
        page.navigate("/rounds/new");
        page.fill("#title", "全程示例评估");
        page.fill("#dueOn", LocalDate.now(Times.SHOWN).plusDays(20).toString());
        page.click("form[method=post][action='/rounds/new'] button");
        page.waitForURL("**/units");
        page.click("a[href$='/units/import']");
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "units.csv",
                        "text/csv",
                        "单位编码,单位名称,地区\n%s,云帆示例市数据局,示例省\n"
                                .formatted(CODE)
                                .getBytes(StandardCharsets.UTF_8)));
        page.click(".panel form button");
        page.waitForSelector("#preview");
        page.click("#preview form button");
        page.waitForURL("**/units");
        page.click("form[action$='/open'] button");
        page.waitForSelector(".board");
    }

    private SignedIn person(AssessedUnit unit, String username, Role role) {
        RoleGrant grant = new RoleGrant(role, unit.organisation(), null, null);
        UUID id = cast.person(unit.organisation(), username, List.of(grant));
        return new SignedIn(
                id, username, username, unit.organisation(), unit.name(), List.of(grant));
    }

    /// The third criterion of the ladder, with no hand on the mouse.
    private static void byKeyboard(Page page) {
        page.reload();
        for (int i = 0; i < 12 && saved(page, ON_PAGES.getLast()).textContent().isBlank(); i++) {
            page.keyboard().press("j");
            if (card(page, ON_PAGES.getLast())
                    .evaluate("e => e.contains(document.activeElement)")
                    .equals(true)) {
                page.keyboard().press("2");
                assertThat(saved(page, ON_PAGES.getLast())).containsText("已保存");
            }
        }
        assertThat(choice(page, ON_PAGES.getLast(), "rated.mostly")).isChecked();
    }

    /// What a sample answers, but for what people have answered on pages.
    private static Assessment rest() {
        Assessment whole = Samples.assessment("dgimm/growing-city.yaml");
        return new Assessment(
                whole.model(),
                whole.unit(),
                whole.asOf(),
                whole.answers().entrySet().stream()
                        .filter(each -> !ON_PAGES.contains(each.getKey().value()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                whole.measures());
    }

    private static void handIn(Page reviewer, Page head, String home) {
        reviewer.navigate(home + "/review");
        reviewer.locator("#all").check();
        reviewer.locator("form.send .btn.main").click();
        assertThat(reviewer.locator(".case-state")).hasText("内部审核");
        reviewer.locator("form[action$='/review/pass'] button").click();
        head.navigate(home + "/submit");
        head.locator("#confirmed").check();
        head.locator(".deed button").click();
        assertThat(head.locator(".case-state")).hasText("已提交");
    }

    private void compare(Page page, String home) throws IOException, InterruptedException {
        page.navigate(home + "/result");
        assertThat(page.locator("#overview [data-value=level]")).hasText("III");
        assertThat(page.locator(".basis-notes")).containsText("签字提交");
        Browsing.assertAccessible(page);
        String command = page.locator("#files code").textContent();
        Download answers = page.waitForDownload(() -> page.click("#files a[href$='export.yaml']"));
        answers.saveAs(folder.resolve(answers.suggestedFilename()));
        Download result = page.waitForDownload(() -> page.click("#files a[href$='result.json']"));

        assertThat(command).contains(answers.suggestedFilename());
        assertThat(CommandLine.run(command + " --format json", folder).strip())
                .isEqualTo(Files.readString(result.path()).strip());
    }
}
