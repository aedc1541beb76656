package org.jieti.server.assessments.web;

import java.util.List;

/// What waits for a person in the assessments of their unit.
///
/// @param tasks the next step of each assessment that is theirs to make
/// @param parts what they are asked to answer, the most urgent first; parts that are complete
///     are left out
record HomeWork(List<Task> tasks, List<Mine> parts) {
    HomeWork {
        tasks = List.copyOf(tasks);
        parts = List.copyOf(parts);
    }

    boolean isEmpty() {
        return tasks.isEmpty() && parts.isEmpty();
    }

    /// An assessment that waits for the person.
    ///
    /// @param key what is to be done, a message
    /// @param remarks how many remarks wait to be dealt with
    record Task(String key, String path, String round, String unit, String dueOn, int remarks) {}

    /// A part that the person is asked to answer.
    record Mine(
            String path,
            String name,
            String round,
            String dueOn,
            boolean isLate,
            int answered,
            int applicable,
            int width,
            String note) {}
}
