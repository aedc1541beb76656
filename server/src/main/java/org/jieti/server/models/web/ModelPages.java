package org.jieti.server.models.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.report.view.ModelView;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.models.ModelAccess;
import org.jieti.server.models.ModelShelf;
import org.jieti.server.shared.web.Crumb;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the pages of one model share.
@Component
class ModelPages {
    private final ModelShelf shelf;
    private final ModelAccess access;

    ModelPages(ModelShelf shelf, ModelAccess access) {
        this.shelf = shelf;
        this.access = access;
    }

    /// A model that somebody may read.
    ModelShelf.Entry readable(SignedIn me, String id) {
        return access.readable(me, id);
    }

    /// All models that somebody may read.
    List<ModelShelf.Entry> readable(SignedIn me) {
        return access.readable(me);
    }

    boolean edits(SignedIn me) {
        return access.edits(me);
    }

    /// Puts a model's view and its weight sets into a page.
    ModelView show(SignedIn me, ModelShelf.Entry entry, Language language, Model page) {
        ModelShelf.Opened opened = shelf.open(entry);
        ModelView view = ModelView.of(opened.edition(), opened.clauses(), language);
        page.addAttribute("entry", entry);
        page.addAttribute("view", view);
        page.addAttribute("weightSets", shelf.weights(entry.id()));
        page.addAttribute("edits", edits(me));
        page.addAttribute("language", language);
        return view;
    }

    static List<Crumb> crumbs(String name, String id, Crumb... here) {
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(Crumb.to("/models", "models.title"));
        if (here.length == 0) {
            crumbs.add(Crumb.hereNamed(name));
        } else {
            crumbs.add(Crumb.named("/models/" + id, name));
            crumbs.addAll(Arrays.asList(here));
        }
        return crumbs;
    }
}
