package org.jieti.server.accounts.domain;

import org.jieti.server.shared.Secrets;

/// Secrets in links. The database keeps only their hash.
final class Tokens {
    private Tokens() {}

    static String random() {
        return Secrets.random();
    }

    static String hash(String token) {
        return Secrets.hash(token);
    }
}
