package org.jieti.server.evidence;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The kinds of file that are taken as evidence. What is not here is refused.
public enum FileKind {
    PDF("application/pdf", View.PAGES, List.of("pdf"), "application/pdf"),
    PNG("image/png", View.PICTURE, List.of("png"), "image/png"),
    JPEG("image/jpeg", View.PICTURE, List.of("jpg", "jpeg"), "image/jpeg"),
    GIF("image/gif", View.PICTURE, List.of("gif"), "image/gif"),
    BMP("image/bmp", View.PICTURE, List.of("bmp"), "image/bmp", "image/x-ms-bmp"),
    TIFF("image/tiff", View.PICTURE, List.of("tif", "tiff"), "image/tiff"),
    DOCX(office("wordprocessingml.document"), View.NONE, List.of("docx"), zips()),
    XLSX(office("spreadsheetml.sheet"), View.NONE, List.of("xlsx"), zips()),
    PPTX(office("presentationml.presentation"), View.NONE, List.of("pptx"), zips()),
    ODT(open("text"), View.NONE, List.of("odt"), zips()),
    ODS(open("spreadsheet"), View.NONE, List.of("ods"), zips()),
    ODP(open("presentation"), View.NONE, List.of("odp"), zips()),
    /// GB/T 33190-2016
    OFD("application/ofd", View.NONE, List.of("ofd"), zips()),
    DOC("application/msword", View.NONE, List.of("doc", "wps"), "application/x-tika-msoffice"),
    XLS("application/vnd.ms-excel", View.NONE, List.of("xls", "et"), "application/x-tika-msoffice"),
    TEXT("text/plain", View.NONE, List.of("txt"), texts()),
    CSV("text/csv", View.NONE, List.of("csv"), texts()),
    MP4(
            "video/mp4",
            View.NONE,
            List.of("mp4", "m4a"),
            "video/mp4",
            "audio/mp4",
            "application/mp4",
            "video/quicktime",
            "video/x-m4v"),
    MP3("audio/mpeg", View.NONE, List.of("mp3"), "audio/mpeg"),
    WAV("audio/vnd.wave", View.NONE, List.of("wav"), "audio/vnd.wave", "audio/x-wav");

    /// How a file is shown on a page.
    public enum View {
        /// Page by page.
        PAGES,
        /// As one picture.
        PICTURE,
        /// Not at all: only to be saved.
        NONE
    }

    private final String mediaType;
    private final View view;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final List<String> extensions;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<String> contents;

    FileKind(String mediaType, View view, List<String> extensions, String... contents) {
        this.mediaType = mediaType;
        this.view = view;
        this.extensions = extensions;
        this.contents = Set.of(contents);
    }

    private static String office(String kind) {
        return "application/vnd.openxmlformats-officedocument." + kind;
    }

    private static String open(String kind) {
        return "application/vnd.oasis.opendocument." + kind;
    }

    private static String[] zips() {
        return new String[] {
            "application/zip",
            "application/x-tika-ooxml",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation"
        };
    }

    /// Text in GB 18030 is not known as text by its first bytes.
    private static String[] texts() {
        return new String[] {"text/plain", "text/csv", "application/octet-stream"};
    }

    public String mediaType() {
        return mediaType;
    }

    public View view() {
        return view;
    }

    /// Its extensions, in lower case, the usual one first.
    public List<String> extensions() {
        return extensions;
    }

    /// Whether a content can be of this kind, by what detection calls it.
    public boolean mayBe(String content) {
        return contents.contains(content);
    }

    /// The kind that an extension promises; null for one that is not taken.
    public static @Nullable FileKind promised(String extension) {
        for (FileKind kind : values()) {
            if (kind.extensions.contains(extension)) {
                return kind;
            }
        }
        return null;
    }

    /// The kind with a media type.
    ///
    /// @throws IllegalArgumentException if there is none
    public static FileKind of(String mediaType) {
        for (FileKind kind : values()) {
            if (kind.mediaType.equals(mediaType)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of file: " + mediaType);
    }
}
