package org.jieti.server.models.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.core.model.ModelDiff;
import org.jieti.report.view.CriterionCard;
import org.jieti.report.view.ModelDiffView;
import org.jieti.report.view.ModelView;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.models.ModelShelf;
import org.jieti.server.shared.web.Choice;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Models to read and to compare.
@May(Action.READ_MODELS)
@Controller
final class ModelsController {
    private final ModelPages pages;
    private final ModelShelf shelf;

    ModelsController(ModelPages pages, ModelShelf shelf) {
        this.pages = pages;
        this.shelf = shelf;
    }

    @GetMapping("/models")
    String list(SignedIn me, Model page, HttpServletRequest request) {
        page.addAttribute("models", pages.readable(me));
        page.addAttribute("language", Languages.of(request));
        page.addAttribute("edits", pages.edits(me));
        page.addAttribute("crumbs", List.of(Crumb.here("models.title")));
        return "models/models";
    }

    @GetMapping("/models/{model}")
    String read(SignedIn me, @PathVariable String model, Model page, HttpServletRequest request) {
        ModelShelf.Entry entry = pages.readable(me, model);
        ModelView view = pages.show(me, entry, Languages.of(request), page);
        page.addAttribute("crumbs", ModelPages.crumbs(view.name(), entry.id()));
        return "models/model";
    }

    @GetMapping("/models/{model}/matrix")
    String matrix(SignedIn me, @PathVariable String model, Model page, HttpServletRequest request) {
        ModelShelf.Entry entry = pages.readable(me, model);
        ModelView view = pages.show(me, entry, Languages.of(request), page);
        page.addAttribute(
                "crumbs",
                ModelPages.crumbs(view.name(), entry.id(), Crumb.here("models.matrix.title")));
        return "models/matrix";
    }

    @GetMapping("/models/{model}/criteria/{modelCriterion}")
    String criterion(
            SignedIn me,
            @PathVariable String model,
            @PathVariable("modelCriterion") String criterion,
            Model page,
            HttpServletRequest request) {
        Language language = Languages.of(request);
        ModelShelf.Entry entry = pages.readable(me, model);
        ModelShelf.Opened opened = shelf.open(entry);
        CriterionCard card =
                ModelView.criterion(opened.edition(), opened.clauses(), language, criterion);
        if (card == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        page.addAttribute("card", card);
        page.addAttribute("entry", entry);
        page.addAttribute(
                "crumbs",
                ModelPages.crumbs(
                        entry.name().in(language), entry.id(), Crumb.hereNamed(card.name())));
        return "models/criterion";
    }

    /// What a model says differently from another.
    ///
    /// @param with the other, which is taken for the earlier; empty to choose one
    @GetMapping("/models/{model}/compare")
    String compare(
            SignedIn me,
            @PathVariable String model,
            @RequestParam(defaultValue = "") String with,
            Model page,
            HttpServletRequest request) {
        Language language = Languages.of(request);
        ModelShelf.Entry entry = pages.readable(me, model);
        page.addAttribute("entry", entry);
        page.addAttribute("with", with);
        page.addAttribute(
                "others",
                pages.readable(me).stream()
                        .filter(each -> !each.id().equals(entry.id()))
                        .map(
                                each ->
                                        new Choice(
                                                each.id(),
                                                each.name().in(language) + " " + each.id()))
                        .toList());
        if (!with.isEmpty()) {
            ModelShelf.Entry other = pages.readable(me, with);
            page.addAttribute(
                    "diff",
                    ModelDiffView.of(
                            ModelDiff.of(shelf.open(other).edition(), shelf.open(entry).edition()),
                            language));
        }
        page.addAttribute(
                "crumbs",
                ModelPages.crumbs(
                        entry.name().in(language), entry.id(), Crumb.here("models.compare.title")));
        return "models/compare";
    }
}
