package org.jieti.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jieti.robustness.montecarlo.Watcher;
import org.jspecify.annotations.Nullable;

/// Watches many runs: shows a bar with the time left where standard error is a terminal, and turns
/// Ctrl-C into a stop, after which what the runs so far have given is still written. Whoever
/// watches closes it once everything is written.
public final class TerminalWatcher implements Watcher, AutoCloseable {
    private static final int WIDTH = 79;
    private static final int INTERVAL_MILLIS = 200;

    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread interrupt;
    private final @Nullable ProgressBar bar;
    private volatile boolean stopped;

    /// Begins to watch.
    ///
    /// @param task what is shown beside the bar
    public TerminalWatcher(String task) {
        bar = TerminalProgress.isSeen() ? bar(task) : null;
        interrupt = new Thread(this::stop, "stops the runs");
        Runtime.getRuntime().addShutdownHook(interrupt);
    }

    private static ProgressBar bar(String task) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(0)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setConsumer(
                        new ConsoleProgressBarConsumer(
                                new PrintStream(
                                        new FileOutputStream(FileDescriptor.err),
                                        true,
                                        StandardCharsets.UTF_8),
                                WIDTH))
                .clearDisplayOnFinish()
                .build();
    }

    /// Keeps the JVM up until everything is written.
    private void stop() {
        stopped = true;
        try {
            written.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void at(long done, long of) {
        ProgressBar showing = bar;
        if (showing != null) {
            showing.maxHint(of);
            showing.stepTo(done);
        }
    }

    @Override
    public boolean stops() {
        return stopped;
    }

    /// How a command ends that would have ended so, had nobody stopped it.
    public int exitCode(int otherwise) {
        return stopped ? ExitCode.INTERRUPTED : otherwise;
    }

    /// The runs are over, and the bar goes.
    public void end() {
        if (bar != null) {
            bar.close();
        }
    }

    @Override
    public void close() {
        end();
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(interrupt);
        } catch (IllegalStateException _) {
            // The JVM is going down, which is what it waited for.
        }
    }
}
