package org.jieti.server.evidence.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jieti.server.evidence.Digests;
import org.jieti.server.evidence.Soundness;
import org.jieti.server.shared.CannotStart;
import org.jspecify.annotations.Nullable;

/// The one place that keeps files of evidence: on disk, each once, under the SHA-256 of its
/// content. A file is there in full or not at all, and stays through a loss of power once its
/// storing has returned. Nothing here knows whose it is.
///
/// Several servers may share one folder.
///
/// ```
/// files/3f/3fd2…   contents
/// uploads/<id>     what has come of those that are on their way
/// views/<sha256>/  pictures of pages, which can be made again
/// ```
public final class EvidenceStore {
    private static final int BLOCK = 1 << 16;

    private final Path files;
    private final Path uploads;
    private final Path views;

    /// What was found intact in this process, and how the file looked then: read again in full only
    /// if it looks otherwise.
    private final Map<String, Looks> foundIntact = new ConcurrentHashMap<>();

    private EvidenceStore(Path folder) {
        this.files = folder.resolve("files");
        this.uploads = folder.resolve("uploads");
        this.views = folder.resolve("views");
    }

    private record Looks(long size, FileTime changed) {}

    /// Opens a store, and makes its folders where they are missing.
    ///
    /// @throws CannotStart if the folder cannot be written
    static EvidenceStore open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        EvidenceStore store = new EvidenceStore(folder);
        try {
            Files.createDirectories(folder);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Files.createDirectories(store.files);
            Files.createDirectories(store.uploads);
            Files.createDirectories(store.views);
            return store;
        } catch (IOException e) {
            CannotStart refusal = new CannotStart("launch.evidence.unwritable", folder);
            refusal.initCause(e);
            throw refusal;
        }
    }

    /// A file that is on its way, held by one request at a time.
    public static final class Arriving implements AutoCloseable {
        private final Path path;
        private final FileChannel channel;
        private final FileLock lock;

        private Arriving(Path path, FileChannel channel, FileLock lock) {
            this.path = path;
            this.channel = channel;
            this.lock = lock;
        }

        /// Where what has come lies.
        public Path path() {
            return path;
        }

        /// How much there is, safe or not.
        public long size() {
            try {
                return channel.size();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Adds what comes, in place of whatever stood behind a position, and makes it safe. If the
        /// sender breaks off, what came before stays.
        ///
        /// @param from how many bytes are known to be safe
        /// @param most how many more may come
        /// @return how many are safe now
        public long append(long from, InputStream body, long most) throws IOException {
            channel.truncate(from);
            channel.position(from);
            byte[] block = new byte[BLOCK];
            long left = most;
            while (left > 0) {
                int read;
                try {
                    read = body.read(block, 0, (int) Math.min(block.length, left));
                } catch (IOException _) {
                    break; // the line is down: the sender will ask where to go on
                }
                if (read < 0) {
                    break;
                }
                ByteBuffer bytes = ByteBuffer.wrap(block, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                left -= read;
            }
            channel.force(true);
            return channel.position();
        }

        @Override
        public void close() {
            try {
                lock.close();
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Takes hold of a file that is on its way; null while another request has it.
    public @Nullable Arriving hold(UUID upload) {
        Path path = uploads.resolve(upload.toString());
        try {
            FileChannel channel =
                    FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException _) {
                lock = null;
            }
            if (lock == null) {
                channel.close();
                return null;
            }
            return new Arriving(path, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives up a file that was on its way.
    public void forget(UUID upload) {
        try {
            Files.deleteIfExists(uploads.resolve(upload.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A place for a file that comes in one piece.
    public Path room(UUID upload) {
        return uploads.resolve(upload.toString());
    }

    /// How much room is left, in bytes.
    public long left() {
        try {
            return Files.getFileStore(uploads).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a file to its end.
    public static Digests digests(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        SM3Digest sm3 = new SM3Digest();
        long size = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                sha256.update(block, 0, read);
                sm3.update(block, 0, read);
                size += read;
            }
        }
        byte[] national = new byte[sm3.getDigestSize()];
        sm3.doFinal(national, 0);
        HexFormat hex = HexFormat.of();
        return new Digests(hex.formatHex(sha256.digest()), hex.formatHex(national), size);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Keeps a file under its hash and takes it away from where it was. One that is kept already is
    /// left as it is if it is intact, and replaced by this one if not.
    ///
    /// @param file on the same disk as the store
    public void keep(Path file, Digests digests) throws IOException {
        Path place = place(digests.sha256());
        if (look(digests.sha256(), digests.size()) == Soundness.INTACT) {
            Files.deleteIfExists(file);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path folder = parent(place);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            makeSafe(files);
        }
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        makeSafe(folder);
        foundIntact.put(digests.sha256(), looks(place));
    }

    /// How a file is found: read in full, unless this process has found it intact before and it has
    /// not been touched since.
    public Soundness look(String sha256, long size) throws IOException {
        Path place = place(sha256);
        Looks now;
        try {
            now = looks(place);
        } catch (NoSuchFileException _) {
            foundIntact.remove(sha256);
            return Soundness.MISSING;
        }
        if (now.equals(foundIntact.get(sha256))) {
            return Soundness.INTACT;
        }
        return now.size() == size && isWhole(sha256, place, now)
                ? Soundness.INTACT
                : Soundness.ALTERED;
    }

    /// How a file is found, read in full whatever was found before.
    public Soundness lookAnew(String sha256, long size) throws IOException {
        foundIntact.remove(sha256);
        return look(sha256, size);
    }

    private boolean isWhole(String sha256, Path place, Looks now) throws IOException {
        boolean whole = digests(place).sha256().equals(sha256);
        if (whole) {
            foundIntact.put(sha256, now);
        }
        return whole;
    }

    /// Where a file lies that was found intact.
    public Path path(String sha256) {
        return place(sha256);
    }

    /// The folder for pictures of a file's pages.
    public Path views(String sha256) throws IOException {
        return Files.createDirectories(views.resolve(checked(sha256)));
    }

    private Path place(String sha256) {
        return files.resolve(checked(sha256).substring(0, 2)).resolve(sha256);
    }

    /// The folder in which the list of the system's fonts is kept, which takes long to make.
    Path fonts() {
        return views;
    }

    private static String checked(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        }
        return sha256;
    }

    private static Looks looks(Path file) throws IOException {
        return new Looks(Files.size(file), Files.getLastModifiedTime(file));
    }

    private static Path parent(Path place) {
        Path folder = place.getParent();
        if (folder == null) {
            throw new IllegalStateException(place.toString());
        }
        return folder;
    }

    /// Makes the names in a folder safe, where the system can.
    private static void makeSafe(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
