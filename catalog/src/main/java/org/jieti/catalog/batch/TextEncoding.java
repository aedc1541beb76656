package org.jieti.catalog.batch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How the characters of a table are written.
public enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8),

    /// The national standard; GBK and GB2312 are parts of it.
    GB18030(Charset.forName("GB18030"));

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }
}
