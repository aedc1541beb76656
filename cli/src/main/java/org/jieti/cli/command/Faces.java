package org.jieti.cli.command;

import org.jieti.cli.Session;
import org.jieti.core.result.Result;

/// The forms of a result that other programs read.
final class Faces {
    private Faces() {}

    static String html(Session session, Result result) {
        return session.language() + " " + result.model().id();
    }

    static String json(Session session, Result result) {
        return session.language() + " " + result.model().id();
    }
}
