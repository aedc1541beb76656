package org.jieti.server.models.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jieti.report.view.ModelView;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.models.ModelShelf;
import org.jieti.server.models.domain.ModelUpload;
import org.jieti.server.models.domain.Publishing;
import org.jieti.server.shared.web.Crumb;
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

/// Models and weight sets from files, as drafts; and their publication.
@Controller
final class ModelEditController {
    private static final int MOST_FLAWS_SHOWN = 200;

    private final ModelPages pages;
    private final ModelUpload upload;
    private final Publishing publishing;
    private final Flaws flaws;

    ModelEditController(ModelPages pages, ModelUpload upload, Publishing publishing, Flaws flaws) {
        this.pages = pages;
        this.upload = upload;
        this.publishing = publishing;
        this.flaws = flaws;
    }

    @May(Action.EDIT_MODELS)
    @GetMapping("/models/upload")
    String form(Model page) {
        return uploadPage(page);
    }

    @May(Action.EDIT_MODELS)
    @PostMapping("/models/upload")
    String take(
            SignedIn me,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            page.addAttribute("refused", "models.upload.no-file");
            return uploadPage(page);
        }
        String name = String.valueOf(file.getOriginalFilename());
        ModelUpload.Outcome outcome = upload.take(me, file.getInputStream(), name);
        if (outcome.model() != null && outcome.findings().sorted().isEmpty()) {
            return "redirect:/models/" + outcome.model();
        }
        if (outcome.model() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        var found = flaws.of(outcome.findings().sorted(), Languages.of(request));
        page.addAttribute("name", name);
        page.addAttribute("outcome", outcome);
        page.addAttribute("flaws", found.stream().limit(MOST_FLAWS_SHOWN).toList());
        page.addAttribute("flawCount", found.size());
        return uploadPage(page);
    }

    private static String uploadPage(Model page) {
        page.addAttribute(
                "crumbs",
                List.of(Crumb.to("/models", "models.title"), Crumb.here("models.upload.title")));
        return "models/upload";
    }

    @May(Action.PUBLISH_MODELS)
    @PostMapping("/models/{model}/publish")
    String publish(
            SignedIn me,
            @PathVariable String model,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(me, model, publishing.publish(me, model), page, request, response);
    }

    @May(Action.PUBLISH_MODELS)
    @PostMapping("/models/{model}/weights/{weights}/publish")
    String publishWeights(
            SignedIn me,
            @PathVariable String model,
            @PathVariable String weights,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(me, model, publishing.publish(me, model, weights), page, request, response);
    }

    @May(Action.EDIT_MODELS)
    @PostMapping("/models/{model}/remove")
    String remove(
            SignedIn me,
            @PathVariable String model,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Publishing.Refusal refusal = publishing.remove(me, model);
        return refusal == null
                ? "redirect:/models"
                : answer(me, model, refusal, page, request, response);
    }

    private String answer(
            SignedIn me,
            String model,
            Publishing.@Nullable Refusal refusal,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (refusal == null) {
            return "redirect:/models/" + model;
        }
        ModelShelf.Entry entry = pages.readable(me, model);
        ModelView view = pages.show(me, entry, Languages.of(request), page);
        page.addAttribute("refused", refusal.messageKey());
        page.addAttribute("crumbs", ModelPages.crumbs(view.name(), entry.id()));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "models/model";
    }
}
