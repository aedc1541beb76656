package org.jieti.server.accounts.domain;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which passwords are taken: long enough, and not one of those that are guessed first. The
/// estimate is zxcvbn's (Wheeler, USENIX Security 2016), which knows common passwords, names,
/// dates and keyboard walks.
@Component
public class PasswordRules {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;
    private static final int SAFE_SCORE = 3;

    private final Zxcvbn estimate = new Zxcvbn();

    /// What is wrong with a password, as a message, or null.
    ///
    /// @param known words that the password must not be made of, as the user name
    public @Nullable String flaw(String password, List<String> known) {
        if (password.length() < SHORTEST) {
            return "accounts.password.short";
        }
        if (password.length() > LONGEST) {
            return "accounts.password.long";
        }
        return estimate.measure(password, known).getScore() < SAFE_SCORE
                ? "accounts.password.guessable"
                : null;
    }
}
