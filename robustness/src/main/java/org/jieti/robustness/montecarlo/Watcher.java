package org.jieti.robustness.montecarlo;

/// Who is told how far a Monte Carlo is, and may stop it. Called by any of its threads.
public interface Watcher {
    /// Nobody.
    Watcher NONE =
            new Watcher() {
                @Override
                public void at(long done, long of) {}

                @Override
                public boolean stops() {
                    return false;
                }
            };

    /// So many runs are done of those that are to be done as far as is known.
    void at(long done, long of);

    /// Whether to stop once the chunks begun are done.
    boolean stops();
}
