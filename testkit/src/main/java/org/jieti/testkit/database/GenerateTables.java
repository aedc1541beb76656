package org.jieti.testkit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Writes the tables that migrations make as Java, by running the migrations on a real PostgreSQL.
/// It does nothing as long as the migrations are those of the last run.
public final class GenerateTables {
    /// Changes when the same migrations would give other sources.
    private static final String FORM = "1";

    private GenerateTables() {}

    /// Writes the sources, if they are not up to date.
    ///
    /// @param arguments the folder of migrations, the folder to write to, and the package to write
    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path sources = Path.of(arguments[1]);
        String name = arguments[2];
        Path stamp = sources.resolve("migrations.sha256");
        String digest = digest(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
            return;
        }
        // a locale that is there, whatever the environment names
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(
                    configuration(postgres.getJdbcUrl("postgres", "postgres"), sources, name));
        }
        Files.writeString(stamp, digest);
    }

    private static Configuration configuration(String url, Path sources, String name) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url))
                .withGenerator(
                        new Generator()
                                .withDatabase(
                                        new Database()
                                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                                .withInputSchema("public")
                                                .withOutputSchemaToDefault(true)
                                                .withExcludes(
                                                        "flyway_schema_history|spring_session.*")
                                                .withIncludeRoutines(false)
                                                .withForcedTypes(
                                                        new ForcedType()
                                                                .withName("INSTANT")
                                                                .withIncludeTypes(
                                                                        "timestamp"
                                                                            + " with.*|timestamptz.*")))
                                .withGenerate(
                                        new Generate()
                                                .withRecords(true)
                                                .withGeneratedAnnotation(false)
                                                .withGlobalObjectReferences(true)
                                                .withDaos(false)
                                                .withPojos(false))
                                .withTarget(
                                        new Target()
                                                .withPackageName(name)
                                                .withDirectory(sources.toString())
                                                .withClean(true)));
    }

    private static String digest(Path migrations) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        digest.update(FORM.getBytes(StandardCharsets.UTF_8));
        for (Path file : sorted(migrations)) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> sorted(Path migrations) throws IOException {
        try (Stream<Path> files = Files.list(migrations)) {
            return files.sorted().toList();
        }
    }
}
