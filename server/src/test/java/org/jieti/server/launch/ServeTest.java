package org.jieti.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jieti.server.database.ApplicationRole;
import org.jieti.server.ground.Visitor;
import org.jieti.testkit.database.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class ServeTest {
    private static final String PASSWORD = "lantern-orbit-7-walnut";

    @TempDir private Path folder;

    /// What the last command of maintenance said.
    private String told = "";

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

            assertThat(audit("verify", "--data", data)).as("beside the server").isZero();
            ProcessHandle running = postgres();
            second.terminate();
            assertThat(running.onExit()).succeedsWithin(Duration.ofSeconds(30));
            assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
        }
        assertThat(audit("verify", "--data", data)).as("without it").isZero();
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_platform_with_an_owner_of_its_tables_behind_a_proxy_demands_a_second_factor()
            throws Exception {
        PGSimpleDataSource database = TestDatabases.fresh();
        try (Connection connection = database.getConnection()) {
            ApplicationRole.make(connection, ApplicationRole.NAME, "application");
        }
        String[] where = {
            "--database-url",
            "jdbc:postgresql://127.0.0.1:%d/%s"
                    .formatted(database.getPortNumbers()[0], database.getDatabaseName()),
            "--database-user",
            ApplicationRole.NAME,
            "--database-owner",
            "postgres"
        };
        try (Served served =
                Served.start(
                        folder,
                        Stream.concat(
                                        Stream.of(
                                                "--port",
                                                "0",
                                                "--behind-proxy",
                                                "--second-factor",
                                                "administrators",
                                                "--data",
                                                folder.resolve("proxied").toString()),
                                        Arrays.stream(where))
                                .toArray(String[]::new))) {
            HttpResponse<String> answer = served.get("/sign-in", "X-Forwarded-Proto", "https");
            assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();

            Visitor visitor = new Visitor(served.address());
            setUp(visitor, served.link());
            visitor.get("/sign-in");
            visitor.post("/sign-in", Map.of("username", "audit_admin", "password", PASSWORD));
            assertThat(visitor.get("/audit").location()).endsWith("/account/totp");
            assertThat(visitor.get("/account/totp").page().text()).contains("请先绑定再继续");
        }
        assertThat(audit("verify", where)).isZero();
        assertThat(audit("remove", where)).isZero();
        assertThat(told).contains("No audit rows are older than 184 days");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update audit_entry set actor_name = 'x' where id = 2");
        }
        assertThat(audit("verify", where)).isEqualTo(3);
        assertThat(told).contains("First fault: row 2 (seal");
        assertThat(audit("remove", where))
                .as("nothing is removed from a broken chain")
                .isEqualTo(3);
    }

    private static void setUp(Visitor visitor, String link) {
        visitor.get(link);
        Map<String, String> form = new HashMap<>(Map.of("organisation", "平台示例管理局"));
        for (String role : List.of("SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN")) {
            form.put(role + ".username", role.toLowerCase(Locale.ROOT));
            form.put(role + ".name", "示例");
            form.put(role + ".password", PASSWORD);
            form.put(role + ".again", PASSWORD);
        }
        assertThat(visitor.post(link, form).location()).endsWith("/sign-in?ready");
    }

    private int audit(String command, String... options) throws Exception {
        Served run =
                Served.start(
                        folder,
                        Stream.concat(Stream.of("audit", command), Arrays.stream(options))
                                .toArray(String[]::new));
        int code = run.exitCode();
        told = run.output();
        return code;
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
            assertThat(
                            served.get("/", "X-Forwarded-Proto", "https")
                                    .headers()
                                    .firstValue("Strict-Transport-Security"))
                    .as("not told to stand behind a proxy")
                    .isEmpty();
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
