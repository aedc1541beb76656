package org.jieti.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jieti.server.shared.CannotStart;
import org.jieti.server.shared.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// The database of a running server. Tests bring their own.
@Configuration(proxyBeanMethods = false)
@Profile("!test")
class DatabaseConfig {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfig.class);
    private static final int OLDEST = 14;

    @Bean
    DataFolder dataFolder(ServerSettings settings) {
        return DataFolder.open(settings.data());
    }

    /// Closed after the pool, which depends on it.
    @Bean
    PostgresInUse postgresInUse(ServerSettings settings, DataFolder folder) {
        return settings.databaseUrl() == null
                ? new PostgresInUse(OwnPostgres.start(folder))
                : new PostgresInUse(null);
    }

    @Bean
    HikariDataSource dataSource(ServerSettings settings, PostgresInUse postgres) {
        HikariDataSource pool = new HikariDataSource();
        OwnPostgres own = postgres.own();
        if (own != null) {
            pool.setJdbcUrl(own.url());
            pool.setUsername(own.user());
            pool.setPassword(own.password());
        } else {
            pool.setJdbcUrl(settings.databaseUrl());
            pool.setUsername(settings.databaseUser());
            pool.setPassword(settings.databasePassword());
            check(pool);
        }
        return pool;
    }

    /// Who owns the tables: migrations run as that role, so that the application's cannot change
    /// what is in the audit record. Where a database is given without an owner, the application
    /// owns the tables itself, and only triggers keep the record.
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(
            ServerSettings settings, PostgresInUse postgres, HikariDataSource pool) {
        OwnPostgres own = postgres.own();
        PGSimpleDataSource owner = new PGSimpleDataSource();
        if (own != null) {
            owner.setUrl(own.url());
            owner.setUser(own.owner());
            owner.setPassword(own.ownerPassword());
        } else if (settings.databaseOwner() != null) {
            owner.setUrl(pool.getJdbcUrl());
            owner.setUser(settings.databaseOwner());
            owner.setPassword(settings.databaseOwnerPassword());
        } else {
            return pool;
        }
        return owner;
    }

    /// After the migrations, says what the application may do.
    @Bean
    FlywayMigrationStrategy migrateAndAllow(ServerSettings settings, PostgresInUse postgres) {
        return flyway -> {
            flyway.migrate();
            String role = postgres.own() == null ? settings.databaseUser() : ApplicationRole.NAME;
            if (role != null && (postgres.own() != null || settings.databaseOwner() != null)) {
                ApplicationRole.allow(flyway.getConfiguration().getDataSource(), role);
            } else {
                LOG.warn(
                        "The database has no owner apart from the application (--database-owner):"
                                + " only triggers keep the audit record.");
            }
        };
    }

    private static void check(HikariDataSource pool) {
        pool.setInitializationFailTimeout(1);
        try (Connection connection = pool.getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            String product = connection.getMetaData().getDatabaseProductName();
            if (!product.equals("PostgreSQL") || version < OLDEST) {
                pool.close();
                throw new CannotStart("launch.database.version", product, version, OLDEST);
            }
        } catch (SQLException | RuntimeException e) {
            pool.close();
            if (e instanceof CannotStart refusal) {
                throw refusal;
            }
            CannotStart refusal =
                    new CannotStart(
                            "launch.database.unreachable",
                            withoutParameters(String.valueOf(pool.getJdbcUrl())),
                            String.valueOf(rootOf(e).getMessage()));
            refusal.initCause(e);
            throw refusal;
        }
    }

    /// An address fit to be shown: its parameters may hold a password.
    static String withoutParameters(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /// Our own PostgreSQL, or null where the database is someone else's.
    record PostgresInUse(@Nullable OwnPostgres own) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (own != null) {
                own.close();
            }
        }
    }
}
