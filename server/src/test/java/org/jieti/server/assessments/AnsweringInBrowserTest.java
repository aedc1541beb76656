package org.jieti.server.assessments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.WrittenAnswer.State;
import org.jieti.server.ground.BrowserTest;
import org.jieti.server.ground.Browsing;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
class AnsweringInBrowserTest {
    private static final String SEARCH = "data.open.access.2";
    private static final String API = "data.open.access.3";
    private static final Pattern SAVED = Pattern.compile("^已保存 \\d\\d:\\d\\d");

    private final Scene scene;
    private final Cast cast;
    private final Assessments assessments;
    private final Answering answering;
    private UUID assessment = new UUID(0, 0);

    AnsweringInBrowserTest(Scene scene, Cast cast, Assessments assessments, Answering answering) {
        this.scene = scene;
        this.cast = cast;
        this.assessments = assessments;
        this.answering = answering;
    }

    @BeforeEach
    void open() {
        assessment = scene.answering(Side.OWN, Scene.DGIMM);
    }

    private WrittenAnswer kept(String criterion) {
        AssessmentCase of = Objects.requireNonNull(assessments.find(assessment));
        KeptAnswer kept = assessments.sheet(of).answers().get(new NodeId(criterion));
        return kept == null ? WrittenAnswer.none() : kept.written();
    }

    private static WrittenAnswer rated(String rating, String note) {
        return new WrittenAnswer(State.RATED, rating, note);
    }

    private Page enter(Browsing browsing, Page page, Role role) {
        browsing.signIn(page, role, Side.OWN);
        page.navigate("/assessments/%s?node=data.open".formatted(assessment));
        return page;
    }

    private static Locator in(Page page, String kind, String criterion) {
        return page.locator("[id='%sc-%s']".formatted(kind, criterion));
    }

    private static Locator choice(Page page, String criterion, String value) {
        return in(page, "", criterion).locator("[name=answer][value='%s']".formatted(value));
    }

    private static Locator status(Page page, String criterion) {
        return in(page, "status-", criterion);
    }

    @Test
    void by_the_keyboard_alone_a_ladder_is_answered_and_the_level_moves(Browsing browsing) {
        Page page = enter(browsing, browsing.page(), Role.CONTRIBUTOR);
        assertThat(page.locator("#live .climb-name").first()).hasText("尚无等级");

        press(page, "j", "2");
        assertThat(status(page, "data.open.access.1.1")).hasText(SAVED);
        press(page, "j", "n", "本单位没有离线数据", "Escape", "j", "1");
        assertThat(status(page, SEARCH)).hasText(SAVED);
        press(page, "c", "目录见附件一", "Escape");
        press(page, "j", "i", "尚缺调用日志", "Escape", "k");
        assertThat(status(page, API)).hasText(SAVED);
        assertThat(in(page, "", SEARCH)).isFocused();
        press(page, "?");
        assertThat(page.locator("#help")).isVisible();
        Browsing.assertAccessible(page);
        press(page, "Escape");

        assertThat(status(page, "data.open.access.1.2")).hasText(SAVED);
        assertThat(kept("data.open.access.1.1")).isEqualTo(rated("mostly", ""));
        assertThat(kept("data.open.access.1.2"))
                .isEqualTo(new WrittenAnswer(State.NOT_APPLICABLE, null, "本单位没有离线数据"));
        assertThat(kept(SEARCH)).isEqualTo(rated("met", "目录见附件一"));
        assertThat(kept(API)).isEqualTo(new WrittenAnswer(State.INSUFFICIENT, null, "尚缺调用日志"));
        assertThat(page.locator("#live .climb-name").first()).hasText("起步");
        assertThat(page.locator("[id='cov-data.open'] .cov-count")).hasText("2/8");
    }

    /// Presses keys; what is longer than the name of a key is typed.
    private static void press(Page page, String... keys) {
        for (String key : keys) {
            if (key.length() == 1 || key.equals("Escape")) {
                page.keyboard().press(key);
            } else {
                page.keyboard().type(key);
            }
        }
    }

    @Test
    void a_model_without_script_is_answered_by_forms(Browsing browsing) {
        Page page = enter(browsing, browsing.personWithoutScript(), Role.CONTRIBUTOR);
        Locator card = in(page, "", SEARCH);
        choice(page, SEARCH, "rated.mostly").check();
        card.locator("details.comment summary").click();
        card.locator("textarea").fill("已上线");
        card.locator("form.answer button:not(.withdraw)").click();

        assertThat(page.url()).endsWith("#c-" + SEARCH);
        assertThat(choice(page, SEARCH, "rated.mostly")).isChecked();
        assertThat(kept(SEARCH)).isEqualTo(rated("mostly", "已上线"));
        choice(page, API, "not-applicable").check();
        in(page, "", API).locator("form.answer button:not(.withdraw)").click();
        assertThat(in(page, "", API).locator(".refusal")).containsText("须写明理由");
        assertThat(choice(page, API, "not-applicable")).isChecked();
    }

    @Test
    void on_a_bad_line_answers_wait_and_none_is_lost_even_after_a_reload(Browsing browsing) {
        Page page = enter(browsing, browsing.page(), Role.CONTRIBUTOR);
        Consumer<Route> cut = Route::abort;
        page.route("**/answers/**", cut);
        choice(page, SEARCH, "rated.met").check();
        in(page, "", SEARCH).locator("details.comment summary").click();
        in(page, "", SEARCH).locator("textarea").fill("线路不好时写的");
        choice(page, API, "rated.partly").check();
        assertThat(status(page, SEARCH)).containsText("等待网络");
        assertThat(status(page, API)).containsText("等待网络");
        assertThat(page.locator("#queue")).containsText("有 2 项");
        assertThat(kept(SEARCH)).isEqualTo(WrittenAnswer.none());

        page.reload();
        assertThat(choice(page, SEARCH, "rated.met")).isChecked();
        assertThat(in(page, "", SEARCH).locator("textarea")).hasValue("线路不好时写的");
        assertThat(status(page, API)).containsText("等待网络");

        page.unroute("**/answers/**", cut);
        assertThat(status(page, SEARCH)).hasText(SAVED);
        assertThat(status(page, API)).hasText(SAVED);
        assertThat(page.locator("#queue")).isHidden();
        assertThat(kept(SEARCH)).isEqualTo(rated("met", "线路不好时写的"));
        assertThat(kept(API)).isEqualTo(rated("partly", ""));
    }

    @Test
    void a_save_whose_reply_is_lost_is_no_conflict_with_oneself(Browsing browsing) {
        Page page = enter(browsing, browsing.page(), Role.CONTRIBUTOR);
        Consumer<Route> lost =
                route -> {
                    route.fetch();
                    route.abort();
                };
        page.route("**/answers/**", lost);
        choice(page, SEARCH, "rated.met").check();
        assertThat(status(page, SEARCH)).containsText("等待网络");
        assertThat(kept(SEARCH)).isEqualTo(rated("met", ""));
        page.unroute("**/answers/**", lost);
        choice(page, SEARCH, "rated.partly").check();

        assertThat(status(page, SEARCH)).hasText(SAVED);
        assertThat(kept(SEARCH)).isEqualTo(rated("partly", ""));
    }

    @Test
    void two_on_one_answer_see_the_conflict_and_choose(Browsing browsing) {
        Page mine = enter(browsing, browsing.page(), Role.CONTRIBUTOR);
        Page theirs = enter(browsing, browsing.person(), Role.UNIT_HEAD);
        choice(theirs, SEARCH, "rated.met").check();
        assertThat(status(theirs, SEARCH)).hasText(SAVED);

        choice(mine, SEARCH, "rated.unmet").check();
        Locator clash = in(mine, "", SEARCH).locator(".clash");
        assertThat(clash.locator(".mine")).containsText("不满足");
        assertThat(clash.locator(".theirs")).containsText("满足");
        assertThat(status(mine, SEARCH)).containsText("冲突");
        Browsing.assertAccessible(mine);
        Browsing.picture(mine, "answering-conflict");
        assertThat(kept(SEARCH)).isEqualTo(rated("met", ""));

        mine.reload();
        assertThat(clash).isVisible();
        clash.locator("form.mine button").click();
        assertThat(status(mine, SEARCH)).hasText(SAVED);
        assertThat(clash).hasCount(0);
        assertThat(kept(SEARCH)).isEqualTo(rated("unmet", ""));

        choice(theirs, API, "rated.met").check();
        assertThat(status(theirs, API)).hasText(SAVED);
        choice(mine, API, "rated.partly").check();
        in(mine, "", API).locator("[data-theirs]").click();
        assertThat(choice(mine, API, "rated.met")).isChecked();
        mine.reload();
        assertThat(choice(mine, API, "rated.met")).isChecked();
        assertThat(kept(API)).isEqualTo(rated("met", ""));
    }

    @Test
    void what_is_signed_out_of_is_kept_and_saved_after_signing_in_again(Browsing browsing) {
        Page page = enter(browsing, browsing.page(), Role.CONTRIBUTOR);
        page.context().clearCookies();
        choice(page, SEARCH, "rated.met").check();
        assertThat(status(page, SEARCH)).containsText("重新登录");

        enter(browsing, page, Role.CONTRIBUTOR);
        assertThat(status(page, SEARCH)).hasText(SAVED);
        assertThat(kept(SEARCH)).isEqualTo(rated("met", ""));
    }

    @Test
    void what_the_server_refuses_stays_until_it_is_settled(Browsing browsing) {
        Page page = enter(browsing, browsing.page(), Role.CONTRIBUTOR);
        scene.move(assessment, AssessmentState.INTERNAL_REVIEW);
        choice(page, SEARCH, "rated.met").check();
        assertThat(in(page, "", SEARCH).locator(".refusal")).containsText("正在内部审核");
        assertThat(status(page, SEARCH)).containsText("未保存");
        scene.move(assessment, AssessmentState.SELF_ASSESSMENT);

        page.reload();
        assertThat(status(page, SEARCH)).hasText(SAVED);
        assertThat(kept(SEARCH)).isEqualTo(rated("met", ""));
    }

    @Test
    void an_offer_is_taken_with_one_press(Browsing browsing) {
        SignedIn head = cast.asking(Role.UNIT_HEAD, Side.OWN);
        answering.save(head, assessment, new NodeId(SEARCH), rated("mostly", "上年"), Save.of(0));
        assessment = scene.after(assessment, Side.OWN);
        Page page = enter(browsing, browsing.page(), Role.CONTRIBUTOR);
        Browsing.assertAccessible(page);
        Browsing.picture(page, "answering-offer");

        in(page, "", SEARCH).locator(".offer button").click();
        assertThat(status(page, SEARCH)).hasText(SAVED);
        assertThat(choice(page, SEARCH, "rated.mostly")).isChecked();
        assertThat(in(page, "", SEARCH).locator(".offer form")).hasCount(0);
        assertThat(kept(SEARCH)).isEqualTo(rated("mostly", "上年"));
    }

    @Test
    void a_value_shows_at_once_what_it_comes_to(Browsing browsing) {
        Page page = browsing.page();
        browsing.signIn(page, Role.CONTRIBUTOR, Side.OWN);
        page.navigate("/assessments/%s?node=platform.green".formatted(assessment));
        Locator value = page.locator("[id='m-pue'] [name=value]");
        value.fill("1.45");
        value.blur();

        assertThat(page.locator("[id='status-m-pue']")).hasText(SAVED);
        assertThat(page.locator("[id='fulfilled-c-platform.green.pue.4']"))
                .hasText("填报值 1.45，满足程度 1.00");
        value.fill("abc");
        value.blur();
        assertThat(page.locator("[id='out-m-pue'] .refusal")).containsText("请填写数字");
        assertThat(value).hasValue("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgimm@2021.1", "gartner@2021.1", "nag@2021.1", "odmm@2021.1"})
    void every_model_is_accessible_and_fits_a_phone(String model, Browsing browsing) {
        assessment = scene.answering(Side.OWN, model);
        Page page = browsing.page();
        browsing.signIn(page, Role.CONTRIBUTOR, Side.OWN);
        page.navigate("/assessments/" + assessment);
        page.locator(".card:not(.settled) [data-digit='2']").first().check();
        assertThat(page.locator(".saved-state[data-state=saved]").first()).hasText(SAVED);

        Browsing.assertAccessible(page);
        page.setViewportSize(375, 800);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(375);
        Browsing.assertAccessible(page);
        page.setViewportSize(1280, 900);
        Browsing.picture(page, "answering-" + model.substring(0, model.indexOf('@')));
    }
}
