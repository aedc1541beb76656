package org.jieti.server.evidence;

import java.util.Locale;

/// Why a file is not taken.
///
/// @param name the file's, as it was sent, fit to be shown
/// @param detail what exactly it was: a part of the file, a type, a limit; empty for nothing
public record Refusal(Reason reason, String name, String detail) {
    /// What is wrong. Each has a text that says what to do.
    public enum Reason {
        /// Declared to be a state secret.
        SECRET,
        /// Not declared to be none.
        UNDECLARED,
        /// No name, or one too long.
        NAME,
        /// A name that leads elsewhere, as with `../`.
        NAME_PATH,
        /// A name with characters that cannot be seen.
        NAME_CONTROL,
        /// A name that is shown in another order than it is read.
        NAME_DIRECTION,
        EMPTY,
        /// Larger than is taken, or than there is room for.
        LARGE,
        /// A kind of file that is not taken.
        KIND,
        /// A program or a script, whatever its name says.
        PROGRAM,
        /// Pictures as SVG, which can hold scripts.
        SVG,
        ARCHIVE,
        /// Content of another kind than the name says.
        MISMATCH,
        /// Two kinds of file at once.
        POLYGLOT,
        /// Holds macros.
        MACROS,
        /// Needs a password.
        ENCRYPTED,
        /// Holds scripts, starts programs or carries files.
        ACTIVE,
        /// Declares entities, by which XML reads files of the server.
        ENTITIES,
        /// Loads parts from elsewhere.
        OUTSIDE,
        /// Unpacks to far more than it is.
        BOMB,
        /// Cannot be read as what it says it is.
        DAMAGED;

        /// The message that says so.
        public String messageKey() {
            return "evidence.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Refusal(Reason reason, String name) {
        this(reason, name, "");
    }
}
