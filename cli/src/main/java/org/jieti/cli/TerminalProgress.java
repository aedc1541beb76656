package org.jieti.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jieti.catalog.batch.Progress;
import org.jspecify.annotations.Nullable;

/// A bar with the time left, on standard error, for the stages of a long task.
public final class TerminalProgress implements Progress {
    /// The system property by which the launcher says that standard error is a terminal, which
    /// Java cannot tell: `terminal`, or anything else.
    private static final String STANDARD_ERROR = "jieti.stderr";

    private static final int WIDTH = 79;
    private static final int INTERVAL_MILLIS = 200;

    private final Session session;
    private final PrintStream err;
    private @Nullable ProgressBar bar;

    public TerminalProgress(Session session) {
        this(
                session,
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    TerminalProgress(Session session, PrintStream err) {
        this.session = session;
        this.err = err;
    }

    /// Whether somebody would see it.
    public static boolean isSeen() {
        return "terminal".equals(System.getProperty(STANDARD_ERROR));
    }

    @Override
    public void start(Stage stage, long size) {
        end();
        bar =
                new ProgressBarBuilder()
                        .setTaskName(
                                session.say(
                                        "batch.progress." + stage.name().toLowerCase(Locale.ROOT)))
                        .setInitialMax(size)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(INTERVAL_MILLIS)
                        .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                        .clearDisplayOnFinish()
                        .build();
    }

    @Override
    public void advance(long by) {
        ProgressBar showing = bar;
        if (showing != null) {
            showing.stepBy(by);
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
