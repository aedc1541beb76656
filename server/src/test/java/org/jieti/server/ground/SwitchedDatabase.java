package org.jieti.server.ground;

import com.zaxxer.hikari.HikariDataSource;
import org.jieti.testkit.database.TestDatabases;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// The application's database in tests; each test class puts a fresh one behind it.
final class SwitchedDatabase extends DelegatingDataSource implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    private HikariDataSource pool = fresh();

    SwitchedDatabase() {
        setTargetDataSource(pool);
    }

    void switchToFresh() {
        HikariDataSource before = pool;
        pool = fresh();
        setTargetDataSource(pool);
        before.close();
    }

    private static HikariDataSource fresh() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(TestDatabases.fresh());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
