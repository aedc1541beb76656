package org.jieti.catalog.batch;

/// The line and column of the next character of a text, from 1. A line ends with LF, CR LF or CR.
final class Position {
    private int line = 1;
    private int column = 1;
    private boolean afterReturn;

    void pass(char c) {
        if (c == '\n' && afterReturn) {
            afterReturn = false;
            return;
        }
        afterReturn = c == '\r';
        if (c == '\n' || c == '\r') {
            line++;
            column = 1;
        } else {
            column++;
        }
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
