package org.jieti.report.table;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// A writer that flushes instead of closing what it writes to.
final class Unclosed extends FilterWriter {
    Unclosed(Writer out) {
        super(out);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
