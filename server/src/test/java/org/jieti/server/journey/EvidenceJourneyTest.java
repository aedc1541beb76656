package org.jieti.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jieti.server.accounts.Role;
import org.jieti.server.evidence.EvidenceItem;
import org.jieti.server.evidence.SampleFiles;
import org.jieti.server.evidence.domain.EvidenceLibrary;
import org.jieti.server.ground.BrowserTest;
import org.jieti.server.ground.Browsing;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three people of one unit gather what makes its answers hold.
@BrowserTest
class EvidenceJourneyTest {
    private static final long LARGE = 210L << 20;
    private static final String CARD = "[id='c-data.open.access.2']";
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000);

    @TempDir Path folder;

    private final Scene scene;
    private final EvidenceLibrary library;
    private UUID assessment = new UUID(0, 0);
    private String base = "";

    EvidenceJourneyTest(Scene scene, EvidenceLibrary library) {
        this.scene = scene;
        this.library = library;
    }

    @BeforeEach
    void open() {
        assessment = scene.answering(Side.OWN, Scene.DGIMM);
        base = "/assessments/" + assessment + "/evidence";
    }

    @Test
    void three_people_add_evidence_and_link_it_with_a_duplicate_and_a_disguised_program(
            Browsing browsing) {
        byte[] policy = SampleFiles.pdf(3);
        Page contributor = browsing.page();
        browsing.signIn(contributor, Role.CONTRIBUTOR, Side.OWN);
        contributor.navigate("/assessments/%s?node=data.open".formatted(assessment));
        contributor.focus(CARD);
        contributor.keyboard().press("e");
        contributor.waitForURL(Pattern.compile(".*/evidence\\?criterion=data\\.open\\.access\\.2"));
        look(contributor, "evidence-criterion-empty");
        declare(contributor);
        contributor.selectOption("#kind", "POLICY");
        contributor.setInputFiles(
                "input[name=file]",
                new FilePayload[] {
                    new FilePayload("示例市公共数据开放管理办法.pdf", "application/pdf", policy),
                    new FilePayload("数据开放平台检索页.png", "image/png", SampleFiles.picture("png"))
                });
        contributor.click("form.uploads .btn.main");
        assertThat(contributor.locator("#sending .done")).hasCount(2);
        assertThat(contributor.locator("#list .line-title")).hasCount(2);

        Page reviewer = browsing.person();
        browsing.signIn(reviewer, Role.INTERNAL_REVIEWER, Side.OWN);
        reviewer.navigate(base);
        drop(reviewer, "办法（扫描件）.pdf", policy);
        assertThat(reviewer.locator(".secrecy.missing")).isVisible();
        declare(reviewer);
        reviewer.click("form.uploads .btn.main");
        assertThat(reviewer.locator("#sending .done .said"))
                .containsText("内容与已有材料“示例市公共数据开放管理办法”相同");

        Page head = browsing.personWithoutScript();
        browsing.signIn(head, Role.UNIT_HEAD, Side.OWN);
        head.navigate(base);
        declare(head);
        head.setInputFiles(
                "input[name=file]",
                new FilePayload("年度采购合同.pdf", "application/pdf", SampleFiles.program()));
        head.click("form.uploads .btn.main");
        assertThat(head.locator(".came .refused")).containsText("内容是程序、脚本或网页");
        Browsing.pictureAsItIs(head, "evidence-refused");
        head.navigate(base);
        declare(head);
        head.setInputFiles(
                "input[name=file]",
                new FilePayload(
                        "云栖示例市政务数据共享交换平台运行维护情况统计台账（含各部门接入明细）.xlsx",
                        "application/octet-stream",
                        SampleFiles.xlsx("<worksheet/>")));
        head.click("form.uploads .btn.main");
        assertThat(head.locator("#list .line-title")).hasCount(3);

        contributor.click(".line-title >> text=管理办法");
        contributor.waitForLoadState();
        assertShown(contributor);
        contributor.fill(".supported input[name=place]", "3");
        contributor.click(".supported .place button");
        contributor.click(".supported a.btn");
        assertThat(contributor.locator(".pager")).containsText("第 3 页，共 3 页");
        assertShown(contributor);
        contributor.click(".pager [rel=prev]");
        assertThat(contributor.locator(".pager")).containsText("第 2 页，共 3 页");
        contributor.selectOption("#criterion", "data.open.access.3");
        contributor.fill("#place", "1-2");
        contributor.click(".link-to .btn");
        assertThat(contributor.locator(".supported li")).hasCount(2);
        contributor.fill("#locator", "示例发〔2024〕1号");
        contributor.fill("#from", "2024-01-01");
        contributor.fill("#to", "2026-06-30");
        contributor.click(".about form .btn.main >> text=保存");
        assertThat(contributor.locator(".notice.needed")).containsText("在评估基准日之前已失效");
        look(contributor, "evidence-item");

        contributor.navigate(base);
        look(contributor, "evidence");
        contributor.navigate(base + "?criterion=data.open.access.2");
        look(contributor, "evidence-criterion");
        contributor.setViewportSize(375, 800);
        assertThat(contributor.evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(375);
        contributor.setViewportSize(1280, 900);
        contributor.navigate("/assessments/%s?node=data.open".formatted(assessment));
        assertThat(contributor.locator(CARD + " .evidence-count")).hasText("2");
        Browsing.assertAccessible(contributor);

        Page administrator = browsing.person();
        browsing.signIn(administrator, Role.SYSTEM_ADMIN, Side.OWN);
        administrator.navigate("/evidence/check");
        administrator.click("#state .btn.main");
        assertThat(administrator.locator("#state .notice"))
                .containsText(
                        "全部完好", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        look(administrator, "evidence-check");
    }

    @Test
    void a_file_of_210_megabytes_goes_on_after_a_broken_line_and_after_a_reload(Browsing browsing)
            throws IOException {
        Path video = film();
        Page page = browsing.page();
        List<String> pieces = new CopyOnWriteArrayList<>();
        page.onRequest(
                request -> {
                    if (request.method().equals("PATCH")) {
                        pieces.add(request.url().replaceFirst(".*from=", ""));
                    }
                });
        page.onDialog(Dialog::accept);
        browsing.signIn(page, Role.CONTRIBUTOR, Side.OWN);
        page.navigate(base);
        declare(page);
        page.setInputFiles("input[name=file]", video);
        page.click("form.uploads .btn.main");
        reach(page, 10);
        page.context().setOffline(true);
        assertThat(page.locator("#sending .said")).hasText("等待网络，联网后自动续传");
        page.context().setOffline(false);
        reach(page, 30);

        page.reload();
        assertThat(page.locator("#unfinished .file-name")).hasText("机房现场.mp4");
        look(page, "evidence-unfinished");
        int before = pieces.size();
        declare(page);
        page.setInputFiles("input[name=file]", video);
        page.click("form.uploads .btn.main");
        assertThat(page.locator("#sending .done .said"))
                .hasText(Pattern.compile("已添加.*"), PATIENTLY);

        assertThat(Long.parseLong(pieces.get(before))).isGreaterThan(LARGE / 4);
        EvidenceItem item = library.current(assessment).getFirst();
        assertThat(item.file()).isNotNull();
        if (item.file() != null) {
            assertThat(item.file().digests().size()).isEqualTo(LARGE);
        }
    }

    /// A file that begins as a film does; the rest is empty, and takes no room on disk.
    private Path film() throws IOException {
        Path film = folder.resolve("机房现场.mp4");
        try (RandomAccessFile out = new RandomAccessFile(film.toFile(), "rw")) {
            out.write(new byte[] {0, 0, 0, 0x18});
            out.write("ftypmp42".getBytes(US_ASCII));
            out.write(new byte[4]);
            out.write("mp42isom".getBytes(US_ASCII));
            out.setLength(LARGE);
        }
        return film;
    }

    private static void reach(Page page, int percent) {
        page.waitForFunction(
                "percent => { const bar = document.querySelector('#sending progress');"
                        + " return bar && 100 * bar.value / bar.max >= percent; }",
                percent,
                new Page.WaitForFunctionOptions().setTimeout(60_000));
    }

    private static void declare(Page page) {
        page.check("[name=secrecy][value=none]");
    }

    private static void drop(Page page, String name, byte[] content) {
        JSHandle files =
                page.evaluateHandle(
                        "([name, content]) => { const bytes = Uint8Array.from(atob(content), c =>"
                            + " c.charCodeAt(0)); const transfer = new DataTransfer();"
                            + " transfer.items.add(new File([bytes], name)); return transfer; }",
                        List.of(name, Base64.getEncoder().encodeToString(content)));
        page.dispatchEvent("[data-drop]", "drop", Map.of("dataTransfer", files));
    }

    private static void assertShown(Page page) {
        Locator sheet = page.locator("img.sheet-of");
        assertThat(sheet).isVisible();
        page.waitForFunction(
                "() => document.querySelector('img.sheet-of').naturalWidth > 500",
                null,
                new Page.WaitForFunctionOptions().setTimeout(60_000));
    }

    private static void look(Page page, String name) {
        Browsing.assertAccessible(page);
        Browsing.picture(page, name);
    }
}
