package org.jieti.server.demo;

import java.util.List;

/// What there is to look at on a demonstration platform.
///
/// @param result the path of a finished result
/// @param accounts those that people can sign in with; the first one may read the result
public record DemoPlatform(String result, List<Account> accounts) {
    public DemoPlatform {
        accounts = List.copyOf(accounts);
    }

    /// An account with its password, which was drawn at random.
    public record Account(String username, String password) {}
}
