package org.jieti.testkit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// Databases for tests, on one PostgreSQL that this JVM starts at the first request and stops at
/// its end. Each is a fresh copy of a template that holds all migrations found on the class path.
public final class TestDatabases {
    private static final String TEMPLATE = "template_of_tests";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    /// A database that nobody else uses, migrated and empty.
    public static PGSimpleDataSource fresh() {
        EmbeddedPostgres postgres = Started.POSTGRES;
        String name = "test_" + COUNT.incrementAndGet();
        execute(
                postgres.getPostgresDatabase(),
                "create database %s template %s".formatted(name, TEMPLATE));
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(postgres.getJdbcUrl("postgres", name));
        return database;
    }

    private static void execute(DataSource on, String sql) {
        try (Connection connection = on.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder()
                            // whatever the environment names, installed or not
                            .setLocaleConfig("locale", "C")
                            .setLocaleConfig("locale-provider", "builtin")
                            .setLocaleConfig("builtin-locale", "C.UTF-8")
                            .start();
            execute(postgres.getPostgresDatabase(), "create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(postgres.getDatabase("postgres", TEMPLATE))
                    .load()
                    .migrate();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Started {
        static final EmbeddedPostgres POSTGRES = start();
    }
}
