package org.jieti.catalog.batch;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Notices whether a text has quotes at all: most tables of answers have none, and then nothing
/// can be wrong with them.
final class QuoteWatch {
    private boolean sawQuotes;

    boolean sawQuotes() {
        return sawQuotes;
    }

    Reader over(Reader reader) {
        return new FilterReader(reader) {
            @Override
            public int read(char[] characters, int from, int length) throws IOException {
                int read = super.read(characters, from, length);
                for (int i = from; i < from + read && !sawQuotes; i++) {
                    sawQuotes = characters[i] == '"';
                }
                return read;
            }
        };
    }
}
