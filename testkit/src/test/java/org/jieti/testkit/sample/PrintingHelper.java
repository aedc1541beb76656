package org.jieti.testkit.sample;

import java.util.Date;

/// Breaks every rule of the house but the one on cycles.
@SuppressWarnings("JavaUtilDate")
final class PrintingHelper {
    static final Date NEVER = new Date(0);

    private PrintingHelper() {}

    static void print(String text) {
        System.out.println(text);
    }
}
