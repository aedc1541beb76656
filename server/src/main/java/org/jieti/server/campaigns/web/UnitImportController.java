package org.jieti.server.campaigns.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.campaigns.domain.UnitImport;
import org.jieti.server.shared.web.Flaws;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Units from a table into a round: a file is looked at first, and its rows come back with the
/// form that confirms them.
@May(Action.MANAGE_ROUNDS)
@Controller
final class UnitImportController {
    private static final int MOST_FLAWS_SHOWN = 200;

    private final RoundPages pages;
    private final UnitImport imports;
    private final Flaws flaws;

    UnitImportController(RoundPages pages, UnitImport imports, Flaws flaws) {
        this.pages = pages;
        this.imports = imports;
        this.flaws = flaws;
    }

    @GetMapping("/rounds/{round}/units/import")
    String page(SignedIn me, @PathVariable("round") String id, Model page) {
        return page(pages.managed(me, id), page);
    }

    /// A table to fill in, which spreadsheets open as Chinese.
    @GetMapping("/rounds/{round}/units/template.csv")
    void template(SignedIn me, @PathVariable("round") String id, HttpServletResponse response)
            throws IOException {
        pages.managed(me, id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=units.csv");
        response.getOutputStream()
                .write("\uFEFF单位编码,单位名称,地区,同类组,负责人姓名,负责人账号\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /// Looks at a file, or carries out what was looked at.
    @PostMapping("/rounds/{round}/units/import")
    String take(
            SignedIn me,
            @PathVariable("round") String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "UTF_8") TextEncoding encoding,
            @RequestParam(required = false) @Nullable String rows,
            @RequestParam(defaultValue = "") String name,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Round round = pages.managed(me, id);
        page.addAttribute("encoding", encoding);
        UnitImport.Preview preview;
        String called = name;
        if (rows != null) {
            preview = imports.preview(round, rows, name);
        } else if (file == null || file.isEmpty()) {
            page.addAttribute("refused", "campaigns.import.no-file");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(round, page);
        } else {
            called = String.valueOf(file.getOriginalFilename());
            preview = looked(round, file, called, encoding);
        }
        if (rows != null && preview.isSound()) {
            RoundCourse.Refusal refusal = imports.carryOut(me, round, preview);
            if (refusal == null) {
                return "redirect:/rounds/" + round.id() + "/units";
            }
            page.addAttribute("refused", refusal.messageKey());
        }
        if (rows != null || !preview.isSound()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        var found = flaws.of(preview.findings().sorted(), Languages.of(request));
        page.addAttribute("name", called);
        page.addAttribute("preview", preview);
        page.addAttribute("flaws", found.stream().limit(MOST_FLAWS_SHOWN).toList());
        page.addAttribute("flawCount", found.size());
        page.addAttribute("outcomes", UnitImport.Outcome.values());
        page.addAttribute("rows", preview.isSound() ? written(preview) : "");
        return page(round, page);
    }

    private UnitImport.Preview looked(
            Round round, MultipartFile file, String name, TextEncoding encoding)
            throws IOException {
        Path kept = Files.createTempFile("units", ".upload");
        try {
            file.transferTo(kept);
            return imports.preview(round, kept, name, encoding);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private static String written(UnitImport.Preview preview) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(
                    "code", "name", "region", "peer_group", "head_name", "head_username");
            for (UnitImport.Row row : preview.rows()) {
                writer.writeRecord(
                        row.code(),
                        row.name(),
                        row.region(),
                        row.peerGroup(),
                        row.headName(),
                        row.headUsername());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String page(Round round, Model page) {
        page.addAttribute("round", round);
        page.addAttribute("encodings", TextEncoding.values());
        page.addAttribute("crumbs", RoundPages.crumbs(round, "campaigns.import.title"));
        return "campaigns/unit-import";
    }
}
