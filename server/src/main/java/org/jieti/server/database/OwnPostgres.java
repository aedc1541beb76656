package org.jieti.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import org.jieti.server.shared.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL that this server starts and stops itself, with its data in the data folder. What
/// is committed is on disk; only who can read the folder knows the password; only this machine
/// can connect.
final class OwnPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);
    private static final String VERSION = "18";
    private static final String DATABASE = "jieti";

    /// Owns the tables.
    static final String OWNER = "postgres";

    /// The file with the owner's password, in the data folder.
    static final String OWNER_PASSWORD = "postgres.password";

    private static final String APPLICATION_PASSWORD = "postgres.application.password";
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final int PASSWORD_BYTES = 24;

    private final EmbeddedPostgres postgres;
    private final String ownerPassword;
    private final String password;

    private OwnPostgres(EmbeddedPostgres postgres, String ownerPassword, String password) {
        this.postgres = postgres;
        this.ownerPassword = ownerPassword;
        this.password = password;
    }

    static OwnPostgres start(DataFolder folder) {
        Path data = folder.resolve("postgres");
        try {
            checkVersion(data);
            LeftPostmaster.stop(data);
            Path passwordFile = folder.resolve(OWNER_PASSWORD);
            String ownerPassword = password(passwordFile);
            Files.createDirectories(folder.resolve("log"));
            EmbeddedPostgres.Builder builder =
                    EmbeddedPostgres.builder()
                            .setOverrideWorkingDirectory(folder.resolve("program").toFile())
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(START_WAIT)
                            .setConnectConfig("password", ownerPassword)
                            // Options of initdb; the library's own come before and give way.
                            .setLocaleConfig("auth", "scram-sha-256")
                            .setLocaleConfig("pwfile", passwordFile.toString())
                            .setLocaleConfig("locale-provider", "builtin")
                            .setLocaleConfig("builtin-locale", "C.UTF-8")
                            // The library's defaults may lose what was committed.
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("max_connections", "60")
                            .setServerConfig("logging_collector", "on")
                            .setServerConfig("log_directory", "../log")
                            .setServerConfig("log_filename", "postgresql.log")
                            .setServerConfig("log_rotation_size", "0");
            if (isPosix()) {
                builder.setServerConfig("unix_socket_directories", "");
            }
            OwnPostgres own =
                    new OwnPostgres(
                            builder.start(),
                            ownerPassword,
                            password(folder.resolve(APPLICATION_PASSWORD)));
            own.createDatabase();
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url(postgres.getPort());
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    /// The role that migrations and maintenance run as.
    String owner() {
        return OWNER;
    }

    String ownerPassword() {
        return ownerPassword;
    }

    /// The role of the application.
    String user() {
        return ApplicationRole.NAME;
    }

    String password() {
        return password;
    }

    /// Stops PostgreSQL and waits until it has. Whoever is connected is cut off.
    @Override
    public void close() throws IOException {
        postgres.close();
        LOG.info("PostgreSQL has stopped.");
    }

    private void createDatabase() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet found =
                    statement.executeQuery(
                            "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("create database " + DATABASE);
            }
            ApplicationRole.make(connection, ApplicationRole.NAME, password);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkVersion(Path data) throws IOException {
        Path file = data.resolve("PG_VERSION");
        if (Files.exists(file)) {
            String version = Files.readString(file).strip();
            if (!version.equals(VERSION)) {
                throw new CannotStart("launch.postgres.version", data, version, VERSION);
            }
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            if (isPosix()) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
