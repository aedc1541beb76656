package org.jieti.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jieti.testkit.database.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class ServeTest {
    @TempDir private Path folder;

    @Test
    void after_kill_9_it_starts_again_with_all_that_was_committed_and_sigterm_ends_postgresql()
            throws Exception {
        String data = folder.resolve("data").toString();
        Served first = Served.start(folder, "--port", "0", "--data", data);
        first.address();
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        ask(
                "insert into organisation (name, kind, created_at) values ('kept', 'UNIT', now())"
                        + " returning name");
        first.kill();
        ProcessHandle left = postgres();
        assertThat(left.isAlive()).isTrue();

        try (Served second = Served.start(folder, "--port", "0", "--data", data)) {
            second.address();
            assertThat(left.isAlive()).isFalse();
            assertThat(ask("select name from organisation")).isEqualTo("kept");

            Served third = Served.start(folder, "--port", "0", "--data", data);
            assertThat(third.exitCode()).isEqualTo(3);
            assertThat(third.output()).contains("is in use by another Jieti");

            ProcessHandle running = postgres();
            second.terminate();
            assertThat(running.onExit()).succeedsWithin(Duration.ofSeconds(30));
            assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void on_one_machine_for_one_person_nobody_signs_in_and_no_other_name_is_answered()
            throws Exception {
        PGSimpleDataSource database = TestDatabases.fresh();
        try (Served served =
                Served.start(
                        folder,
                        "--personal",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("personal").toString(),
                        "--database-url",
                        String.valueOf(database.getUrl()),
                        "--database-user",
                        "postgres")) {
            assertThat(served.get("/").statusCode()).isEqualTo(200);
            assertThat(served.get("/", "Host", "elsewhere.example").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_database_that_does_not_answer_is_named_and_no_trace_is_shown() throws Exception {
        Served served =
                Served.start(
                        folder,
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("none").toString(),
                        "--database-url",
                        "jdbc:postgresql://127.0.0.1:1/jieti");

        assertThat(served.exitCode()).isEqualTo(2);
        assertThat(served.output())
                .contains("The database at jdbc:postgresql://127.0.0.1:1/jieti does not answer")
                .doesNotContain("\tat ");
    }

    @Test
    void wrong_arguments_are_named_with_the_exit_code_of_the_command_line() throws Exception {
        Served served = Served.start(folder, "--port", "many");

        assertThat(served.exitCode()).isEqualTo(2);
        assertThat(served.output()).contains("--port", "many", "jieti serve --help");
    }

    private List<String> pid() throws IOException {
        return Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"));
    }

    private ProcessHandle postgres() throws IOException {
        return ProcessHandle.of(Long.parseLong(pid().getFirst().strip())).orElseThrow();
    }

    private String ask(String sql) throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%s/jieti".formatted(pid().get(3));
        String password = Files.readString(folder.resolve("data/postgres.password")).strip();
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
