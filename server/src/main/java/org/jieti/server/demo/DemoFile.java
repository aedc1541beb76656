package org.jieti.server.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Where the accounts of a demonstration platform are kept, so that a later start can name them: a
/// file of the data folder that only its owner reads. The database has no password, only hashes.
record DemoFile(Path folder) {
    private static final String NAME = "demo-accounts.properties";
    private static final String RESULT = "result";
    private static final String ORDER = "accounts";
    private static final String PASSWORD = "password.";

    /// What was kept; null where nothing was.
    @Nullable DemoPlatform read() {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return null;
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<DemoPlatform.Account> accounts = new ArrayList<>();
        for (String username : kept.getProperty(ORDER, "").split(" ", -1)) {
            accounts.add(
                    new DemoPlatform.Account(username, kept.getProperty(PASSWORD + username, "")));
        }
        return new DemoPlatform(kept.getProperty(RESULT, "/"), accounts);
    }

    void write(DemoPlatform platform) {
        Properties kept = new Properties();
        kept.setProperty(RESULT, platform.result());
        kept.setProperty(
                ORDER,
                String.join(
                        " ",
                        platform.accounts().stream().map(DemoPlatform.Account::username).toList()));
        platform.accounts()
                .forEach(
                        account ->
                                kept.setProperty(
                                        PASSWORD + account.username(), account.password()));
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                kept.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
