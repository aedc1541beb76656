package org.jieti.server.ground;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jieti.server.database.ApplicationRole;
import org.jieti.testkit.database.TestDatabases;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// The application's database in tests, as the role that it has in use, which does not own the
/// tables; each test class puts a fresh one behind it.
final class SwitchedDatabase extends DelegatingDataSource implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    private static final String PASSWORD = "application";

    private PGSimpleDataSource owner = TestDatabases.fresh();
    private HikariDataSource pool = pool(owner);

    SwitchedDatabase() {
        setTargetDataSource(pool);
    }

    void switchToFresh() {
        HikariDataSource before = pool;
        owner = TestDatabases.fresh();
        pool = pool(owner);
        setTargetDataSource(pool);
        before.close();
    }

    /// The database as whoever runs PostgreSQL reaches it.
    PGSimpleDataSource owner() {
        return owner;
    }

    private static HikariDataSource pool(PGSimpleDataSource owner) {
        PGSimpleDataSource application = new PGSimpleDataSource();
        application.setUrl(owner.getUrl());
        application.setUser(ApplicationRole.NAME);
        application.setPassword(PASSWORD);
        try (Connection connection = owner.getConnection()) {
            ApplicationRole.make(connection, ApplicationRole.NAME, PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        ApplicationRole.allow(owner, ApplicationRole.NAME);
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(application);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
