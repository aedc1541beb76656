package org.jieti.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jieti.server.shared.CannotStart;
import org.jieti.server.shared.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// The database for a command of maintenance, as the owner of its tables. Where a server runs on
/// the data folder, its PostgreSQL is used; else one is started for as long as the command takes.
public final class Maintenance implements AutoCloseable {
    private static final int PORT_LINE = 3;

    private final PGSimpleDataSource source;
    private final @Nullable OwnPostgres own;
    private final @Nullable DataFolder folder;

    private Maintenance(
            PGSimpleDataSource source, @Nullable OwnPostgres own, @Nullable DataFolder folder) {
        this.source = source;
        this.own = own;
        this.folder = folder;
    }

    public static Maintenance open(ServerSettings settings) {
        String url = settings.databaseUrl();
        if (url != null) {
            boolean owned = settings.databaseOwner() != null;
            return connect(
                    url,
                    owned ? settings.databaseOwner() : settings.databaseUser(),
                    owned ? settings.databaseOwnerPassword() : settings.databasePassword(),
                    null,
                    null);
        }
        Path data = settings.data().toAbsolutePath().normalize();
        if (!Files.isDirectory(data.resolve("postgres"))) {
            throw new CannotStart("launch.data.none", data);
        }
        Maintenance running = running(data);
        if (running != null) {
            return running;
        }
        DataFolder folder = DataFolder.open(data);
        OwnPostgres own = OwnPostgres.start(folder);
        return connect(own.url(), own.owner(), own.ownerPassword(), own, folder);
    }

    /// The PostgreSQL of a server that runs on the folder; null where none does.
    private static @Nullable Maintenance running(Path data) {
        Path file = data.resolve("postgres").resolve("postmaster.pid");
        try {
            if (!Files.exists(file) || !DataFolder.isInUse(data)) {
                return null;
            }
            List<String> lines = Files.readAllLines(file);
            return connect(
                    OwnPostgres.url(Integer.parseInt(lines.get(PORT_LINE).strip())),
                    OwnPostgres.OWNER,
                    Files.readString(data.resolve(OwnPostgres.OWNER_PASSWORD)).strip(),
                    null,
                    null);
        } catch (IOException e) {
            CannotStart refusal = new CannotStart("launch.data.unwritable", data);
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static Maintenance connect(
            String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable OwnPostgres own,
            @Nullable DataFolder folder) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        return new Maintenance(source, own, folder);
    }

    /// A connection, to be closed by whoever asks.
    public Connection connection() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            CannotStart refusal =
                    new CannotStart(
                            "launch.database.unreachable",
                            DatabaseConfig.withoutParameters(String.valueOf(source.getUrl())),
                            String.valueOf(e.getMessage()));
            refusal.initCause(e);
            throw refusal;
        }
    }

    @Override
    public void close() {
        try {
            if (own != null) {
                own.close();
            }
            if (folder != null) {
                folder.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
