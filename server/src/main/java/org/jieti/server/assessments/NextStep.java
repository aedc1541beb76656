package org.jieti.server.assessments;

/// What a person can do to bring an assessment on.
///
/// @param key its title, a message
/// @param path where it is done
public record NextStep(String key, String path, Way way) {
    public enum Way {
        /// The path is a page.
        PAGE,
        /// The path takes a form without fields.
        FORM
    }
}
