package org.jieti.server.models;

import java.util.List;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/// Finds models for somebody who may read them: drafts are only for those who edit models.
@Service
public class ModelAccess {
    private final ModelShelf shelf;
    private final Rights rights;

    ModelAccess(ModelShelf shelf, Rights rights) {
        this.shelf = shelf;
        this.rights = rights;
    }

    /// A model that somebody may read.
    ///
    /// @throws ResponseStatusException with 404 if there is none
    public ModelShelf.Entry readable(SignedIn me, String id) {
        ModelShelf.Entry entry = shelf.find(id);
        if (entry == null || (isDraft(entry) && !edits(me))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return entry;
    }

    /// All models that somebody may read.
    public List<ModelShelf.Entry> readable(SignedIn me) {
        boolean edits = edits(me);
        return shelf.all().stream().filter(entry -> edits || !isDraft(entry)).toList();
    }

    /// Whether somebody edits models.
    public boolean edits(SignedIn me) {
        return rights.mayAnywhere(me, Action.EDIT_MODELS);
    }

    private static boolean isDraft(ModelShelf.Entry entry) {
        return entry.state() == ModelShelf.State.DRAFT;
    }
}
