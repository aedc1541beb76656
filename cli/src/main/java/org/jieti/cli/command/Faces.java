package org.jieti.cli.command;

import org.jieti.cli.Session;
import org.jieti.core.result.Result;
import org.jieti.report.html.ResultHtml;
import org.jieti.report.json.ResultJson;

/// The forms of a result that other programs read.
final class Faces {
    private Faces() {}

    static String html(Session session, Result result) {
        return new ResultHtml()
                .render(
                        result,
                        session.catalog().guidance(result.model().id()),
                        session.language());
    }

    static String json(Result result) {
        return ResultJson.render(result) + "\n";
    }
}
