package org.jieti.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jieti.server.shared.CannotStart;

/// The folder that one server keeps everything in, for its owner's eyes only. Locked as long as
/// the server runs.
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new CannotStart("launch.data.used", folder);
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            CannotStart refusal = new CannotStart("launch.data.unwritable", folder);
            refusal.initCause(e);
            throw refusal;
        }
    }

    /// Whether a server runs on a folder.
    static boolean isInUse(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /// Gives the folder free.
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
