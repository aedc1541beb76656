package org.jieti.catalog.batch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;

/// A text file in one encoding. A byte that does not belong to it ends reading; nothing is
/// replaced by a question mark.
public record StrictText(Path file, TextEncoding encoding) {
    /// Far above a national population, below what would exhaust memory.
    public static final long LARGEST_BYTES = 1024L * 1024 * 1024;

    private static final int CHUNK_BYTES = 1 << 16;
    private static final char MARK = '\uFEFF';

    public String name() {
        return file.toString();
    }

    /// Whether it can be read at all; if not, the reason is among the findings.
    public boolean isReadable(Findings findings) {
        Location whole = Location.whole(name());
        try {
            long bytes = Files.size(file);
            if (bytes > LARGEST_BYTES) {
                findings.error(
                        whole,
                        "batch.size",
                        Math.ceilDiv(bytes, 1024 * 1024),
                        LARGEST_BYTES / (1024 * 1024));
                return false;
            }
            if (encoding == TextEncoding.GB18030 && marksUtf8()) {
                findings.error(new Location(name(), 1, 1), "batch.encoding.mark");
                return false;
            }
            return true;
        } catch (IOException _) {
            findings.error(whole, "file.unreadable", name());
            return false;
        }
    }

    private boolean marksUtf8() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(3);
            return start.length == 3
                    && start[0] == (byte) 0xEF
                    && start[1] == (byte) 0xBB
                    && start[2] == (byte) 0xBF;
        }
    }

    /// The characters, without a byte order mark. Reading throws
    /// [java.nio.charset.CharacterCodingException] where the encoding is another.
    public Reader open(Progress progress) throws IOException {
        InputStream bytes = new Counted(Files.newInputStream(file), progress);
        PushbackReader reader =
                new PushbackReader(
                        new InputStreamReader(
                                new BufferedInputStream(bytes, CHUNK_BYTES), decoder()));
        int first = reader.read();
        if (first >= 0 && first != MARK) {
            reader.unread(first);
        }
        return reader;
    }

    private CharsetDecoder decoder() {
        return encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// Reports where the first byte stands that does not belong to the encoding.
    public void reportEncoding(Findings findings) {
        CharsetDecoder decoder = decoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES);
        CharBuffer chars = CharBuffer.allocate(CHUNK_BYTES);
        Position position = new Position();
        try (InputStream in = Files.newInputStream(file)) {
            boolean over = false;
            while (!over) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                over = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, chars, over);
                chars.flip();
                while (chars.hasRemaining()) {
                    char c = chars.get();
                    if (c != MARK) {
                        position.pass(c);
                    }
                }
                chars.clear();
                if (result.isError()) {
                    break;
                }
                bytes.compact();
            }
        } catch (IOException _) {
            findings.error(Location.whole(name()), "file.unreadable", name());
            return;
        }
        findings.error(
                new Location(name(), position.line(), position.column()),
                "batch.encoding",
                encoding.charset().name());
    }

    private static final class Counted extends FilterInputStream {
        private final Progress progress;

        Counted(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            progress.advance(Math.max(0, read));
            return read;
        }
    }
}
