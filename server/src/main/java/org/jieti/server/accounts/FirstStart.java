package org.jieti.server.accounts;

import org.jieti.server.accounts.domain.SetUp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The first start of a platform.
@Service
public class FirstStart {
    private final SetUp setUp;

    FirstStart(SetUp setUp) {
        this.setUp = setUp;
    }

    /// A link, good once, to make the administrators; null once anybody is there.
    ///
    /// @return the path beneath the server's address
    public @Nullable String link() {
        return setUp.link();
    }
}
