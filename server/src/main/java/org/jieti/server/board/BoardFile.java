package org.jieti.server.board;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jieti.core.model.Language;
import org.jieti.report.table.CsvTable;
import org.jieti.report.view.ProgressView;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.campaigns.Round;
import org.jieti.server.shared.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The board as a table for a spreadsheet: a unit a row, a domain a column.
@Service
@Transactional(readOnly = true)
public class BoardFile {
    /// What tells Excel that a text is UTF-8.
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final List<String> HEADS =
            List.of(
                    "board.unit",
                    "units.code",
                    "units.region",
                    "campaigns.field.state",
                    "board.waiting",
                    "board.waiting.people",
                    "campaigns.field.dueon",
                    "board.days",
                    "board.coverage");

    private final Board board;
    private final MessageSource messages;

    BoardFile(Board board, MessageSource messages) {
        this.board = board;
        this.messages = messages;
    }

    /// Writes the lines that are asked for, whatever page. Shares are whole per cents.
    public void write(Round round, Board.Question question, Language language, Writer out) {
        Locale locale = Languages.locale(language);
        Iterator<Board.Line> lines = board.lines(round, question, language).iterator();
        try (CsvTable table = new CsvTable(out)) {
            boolean first = true;
            while (lines.hasNext()) {
                Board.Line line = lines.next();
                if (first) {
                    table.row(head(Board.domains(line), locale));
                    first = false;
                }
                table.row(row(line, locale));
            }
            if (first) {
                table.row(head(List.of(), locale));
            }
        }
    }

    private List<String> head(List<String> domains, Locale locale) {
        List<String> cells = new ArrayList<>();
        HEADS.forEach(key -> cells.add(say(key, locale)));
        cells.set(0, BYTE_ORDER_MARK + cells.getFirst());
        domains.forEach(domain -> cells.add(CsvTable.text(domain)));
        return cells;
    }

    private List<String> row(Board.Line line, Locale locale) {
        boolean waits = line.waitsFor() != Waiting.For.NOTHING;
        List<String> cells =
                new ArrayList<>(
                        Arrays.asList(
                                CsvTable.text(line.assessment().unit().name()),
                                CsvTable.text(line.assessment().unit().code()),
                                CsvTable.text(line.assessment().unit().region()),
                                say(line.assessment().state().messageKey(), locale),
                                waits ? say(line.waitsFor().messageKey(), locale) : "",
                                CsvTable.text(
                                        String.join(
                                                say("shared.list.comma", locale),
                                                line.people().stream()
                                                        .map(PersonFace::name)
                                                        .toList())),
                                line.dueOn().toString(),
                                waits ? Integer.toString(line.daysLeft()) : "",
                                line.progress().total().percent()));
        line.progress().domains().stream().map(ProgressView.Part::percent).forEach(cells::add);
        return cells;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
