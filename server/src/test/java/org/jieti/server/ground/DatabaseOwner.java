package org.jieti.server.ground;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// The database as the owner of its tables reaches it, past everything that keeps the application
/// from changing what it must not.
public final class DatabaseOwner {
    private final SwitchedDatabase database;

    DatabaseOwner(SwitchedDatabase database) {
        this.database = database;
    }

    public DSLContext sql() {
        return DSL.using(database.owner(), SQLDialect.POSTGRES);
    }
}
