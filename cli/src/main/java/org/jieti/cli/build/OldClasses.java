package org.jieti.cli.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/// Gives old class files in a folder of jars the stack maps of today's.
///
/// The JVM does not link classes of Java 5 ahead of time, since they have to be verified by
/// inference at every start; picocli's are. Rewritten, they say and do the same, and come from the
/// class cache like all others. A jar in which nothing is old stays as it is.
public final class OldClasses {
    /// Java 6, the first whose class files hold stack maps.
    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

    /// Java 8, so that nothing that later versions changed applies.
    private static final int REWRITTEN = ClassFile.JAVA_8_VERSION;

    /// Where a jar says that it was changed, and how.
    static final String NOTICE = "META-INF/CHANGED-BY-JIETI.txt";

    private OldClasses() {}

    /// Rewrites the jars of a folder.
    ///
    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException {
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) {
                Map<String, byte[]> entries = entries(jar);
                int old = 0;
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    if (isOld(entry.getKey(), entry.getValue())) {
                        entry.setValue(rewritten(entry.getValue(), entries));
                        old++;
                    }
                }
                if (old > 0) {
                    String notice =
                            """
                            %d class files of this jar were rewritten for Jieti: stack maps were added and the class file
                            version raised to %d. Nothing else was changed.
                            """
                                    .formatted(old, REWRITTEN);
                    entries.put(NOTICE, notice.getBytes(StandardCharsets.UTF_8));
                    write(entries, jar);
                }
            }
        }
    }

    private static Map<String, byte[]> entries(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().filter(each -> !each.isDirectory()).toList()) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static boolean isOld(String name, byte[] bytes) {
        // the major version stands in the seventh and eighth byte
        return name.endsWith(".class")
                && ((bytes[6] & 0xff) << 8 | (bytes[7] & 0xff)) < FIRST_WITH_STACK_MAPS;
    }

    private static byte[] rewritten(byte[] bytes, Map<String, byte[]> jar) {
        ClassHierarchyResolver ofJar =
                ClassHierarchyResolver.ofResourceParsing(
                        type -> {
                            String descriptor = type.descriptorString();
                            String name = descriptor.substring(1, descriptor.length() - 1);
                            byte[] found = jar.get(name + ".class");
                            return found == null ? null : new ByteArrayInputStream(found);
                        });
        ClassFile classFile =
                ClassFile.of(
                        StackMapsOption.GENERATE_STACK_MAPS,
                        ConstantPoolSharingOption.NEW_POOL,
                        ClassHierarchyResolverOption.of(
                                ofJar.orElse(ClassHierarchyResolver.defaultResolver())));
        ClassModel old = classFile.parse(bytes);
        byte[] rewritten =
                classFile.transformClass(
                        old,
                        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                                .andThen(
                                        (builder, element) -> {
                                            if (element instanceof ClassFileVersion) {
                                                builder.withVersion(REWRITTEN, 0);
                                            } else {
                                                builder.with(element);
                                            }
                                        }));
        List<VerifyError> errors = classFile.verify(rewritten);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(
                    "%s cannot be rewritten: %s"
                            .formatted(old.thisClass().asInternalName(), errors));
        }
        return rewritten;
    }

    private static void write(Map<String, byte[]> entries, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(each.getValue());
                out.closeEntry();
            }
        }
    }
}
