package org.jieti.cli;

/// How a command ends.
public final class ExitCode {
    public static final int DONE = 0;

    /// The input is wrong; the findings say where.
    public static final int BAD_INPUT = 2;

    /// The input is sound, but the command will not do this with it.
    public static final int REFUSED = 3;

    /// A defect of ours.
    public static final int BUG = 70;

    /// Stopped by Ctrl-C, as a shell says it: what was written, if anything, says that it is not
    /// all.
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
