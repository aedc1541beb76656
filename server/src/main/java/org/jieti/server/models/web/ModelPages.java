package org.jieti.server.models.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.report.view.ModelView;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.models.ModelShelf;
import org.jieti.server.shared.web.Crumb;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/// What the pages of one model share.
@Component
class ModelPages {
    private final ModelShelf shelf;
    private final Rights rights;

    ModelPages(ModelShelf shelf, Rights rights) {
        this.shelf = shelf;
        this.rights = rights;
    }

    /// A model that somebody may read: drafts only with those who edit models.
    ModelShelf.Entry readable(SignedIn me, String id) {
        ModelShelf.Entry entry = shelf.find(id);
        if (entry == null || (isDraft(entry) && !edits(me))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return entry;
    }

    /// All models that somebody may read.
    List<ModelShelf.Entry> readable(SignedIn me) {
        boolean edits = edits(me);
        return shelf.all().stream().filter(entry -> edits || !isDraft(entry)).toList();
    }

    boolean edits(SignedIn me) {
        return rights.mayAnywhere(me, Action.EDIT_MODELS);
    }

    private static boolean isDraft(ModelShelf.Entry entry) {
        return entry.state() == ModelShelf.State.DRAFT;
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
