package org.jieti.report.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jieti.core.model.Language;

/// A message bundle, `<name>.properties` in English and `<name>_zh.properties` in Chinese.
///
/// Each language is whole, so one file is read and neither stands in for the other. Java's own
/// search for a bundle would look for ten files and read two, at every start.
public final class MessageBundle {
    private final Class<?> beside;
    private final String name;
    private final Map<Language, ResourceBundle> read = new ConcurrentHashMap<>();

    /// A bundle of which nothing is read yet.
    ///
    /// @param beside a class of the module that holds the files
    /// @param name the path of the files, as in `/org/jieti/report/words`
    public MessageBundle(Class<?> beside, String name) {
        this.beside = beside;
        this.name = name;
    }

    public ResourceBundle in(Language language) {
        ResourceBundle bundle = read.get(language);
        if (bundle == null) {
            bundle = read(language);
            read.put(language, bundle);
        }
        return bundle;
    }

    private ResourceBundle read(Language language) {
        String file =
                switch (language) {
                    case ZH -> name + "_zh.properties";
                    case EN -> name + ".properties";
                };
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The messages " + file + " are not packaged.");
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
