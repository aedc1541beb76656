package org.jieti.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// What the role of the database may do that the application signs in with: read and write rows,
/// but neither change the tables nor touch what was written into the audit record. The tables
/// belong to another role, the owner, as which migrations and maintenance run.
public final class ApplicationRole {
    /// The role in a PostgreSQL of our own.
    public static final String NAME = "jieti_app";

    private static final long LOCK = 0x6A69_6574_692E_7201L;

    private ApplicationRole() {}

    /// Makes the role, or gives it another password.
    ///
    /// @param owner a connection that may make roles
    public static void make(Connection owner, String name, String password) throws SQLException {
        boolean exists;
        try (var asked = owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            asked.setString(1, name);
            try (ResultSet found = asked.executeQuery()) {
                exists = found.next();
            }
        }
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "%s role %s login password %s"
                            .formatted(
                                    exists ? "alter" : "create",
                                    statement.enquoteIdentifier(name, true),
                                    statement.enquoteLiteral(password)));
        }
    }

    /// Says anew what the role may do, once the tables are as this version needs them.
    ///
    /// @param owner of the tables
    public static void allow(DataSource owner, String name) {
        DSLContext database = DSL.using(owner, SQLDialect.POSTGRES);
        database.transaction(
                inner -> {
                    DSLContext transaction = inner.dsl();
                    // Several instances that start at once would trip over one another.
                    transaction.execute("select pg_advisory_xact_lock({0})", DSL.val(LOCK));
                    String schema =
                            String.valueOf(
                                    transaction.select(DSL.currentSchema()).fetchSingle().value1());
                    for (String right :
                            new String[] {
                                "grant usage on schema {1} to {0}",
                                "grant select, insert, update, delete on all tables in schema {1}"
                                        + " to {0}",
                                "grant usage on all sequences in schema {1} to {0}",
                                "revoke update, delete on audit_entry, audit_seal from {0}",
                                "revoke insert, update, delete on flyway_schema_history from {0}"
                            }) {
                        transaction.execute(right, DSL.quotedName(name), DSL.quotedName(schema));
                    }
                });
    }
}
