package org.jieti.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Old class files become such as the JVM links ahead of time, and do the same.
class OldClassesTest {
    private final Path folder;

    OldClassesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void every_class_of_picocli_verifies_and_loads_once_rewritten() throws Exception {
        Path jar = copied(CommandLine.class);

        OldClasses.main(new String[] {folder.toString()});

        List<String> classes = classes(jar);
        assertThat(classes).hasSizeGreaterThan(200);
        URL[] place = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, null)) {
            for (String name : classes) {
                assertThat(version(loader, name)).as(name).isEqualTo(52);
                // initialising links, and linking verifies
                Class.forName(name, !name.startsWith("picocli.AutoComplete"), loader);
            }
            Object ansi =
                    loader.loadClass("picocli.CommandLine$Help$Ansi").getField("OFF").get(null);
            assertThat(ansi.getClass().getMethod("string", String.class).invoke(ansi, "@|bold x|@"))
                    .isEqualTo("x");
        }
    }

    @Test
    void a_rewritten_jar_says_so_and_holds_all_that_it_held() throws Exception {
        Path jar = copied(CommandLine.class);
        Set<String> before = names(jar);

        OldClasses.main(new String[] {folder.toString()});

        before.add(OldClasses.NOTICE);
        assertThat(names(jar)).isEqualTo(before);
    }

    @Test
    void a_jar_of_newer_classes_is_left_as_it_is() throws Exception {
        Path jar = copied(NullMarked.class);
        byte[] before = Files.readAllBytes(jar);

        OldClasses.main(new String[] {folder.toString()});

        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }

    private Path copied(Class<?> inside) throws IOException, URISyntaxException {
        URL jar = inside.getProtectionDomain().getCodeSource().getLocation();
        return Files.copy(Path.of(jar.toURI()), folder.resolve("library.jar"));
    }

    private static Set<String> names(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Set<String> names = new TreeSet<>();
            file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .forEach(names::add);
            return names;
        }
    }

    private static List<String> classes(Path jar) throws IOException {
        return names(jar).stream()
                .filter(name -> name.endsWith(".class") && !name.contains("module-info"))
                .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                .toList();
    }

    private static int version(ClassLoader loader, String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        loader.getResourceAsStream(name.replace('.', '/') + ".class"))) {
            return in.readNBytes(8)[7];
        }
    }
}
