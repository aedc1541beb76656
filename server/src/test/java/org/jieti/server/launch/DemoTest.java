package org.jieti.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jieti.testkit.Golden;
import org.jieti.testkit.database.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DemoTest {
    @TempDir private Path folder;

    private Served start(PGSimpleDataSource database, String data) throws Exception {
        return Served.start(
                folder,
                List.of("-Djieti.home=" + Golden.root()),
                "--demo",
                "check",
                "--port",
                "0",
                "--data",
                folder.resolve(data).toString(),
                "--database-url",
                String.valueOf(database.getUrl()),
                "--database-user",
                "postgres");
    }

    private static String accounts(Served served) throws Exception {
        return served.output()
                .lines()
                .filter(line -> line.startsWith("  ") && !line.contains("://"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    @Test
    void a_result_is_shown_to_an_account_of_the_demonstration_and_no_other_platform_is_touched()
            throws Exception {
        PGSimpleDataSource database = TestDatabases.fresh();
        Served first = start(database, "demo");
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("the first page shows level III");
        assertThat(accounts(first)).contains("  head ", "  lead ", "  audit ");
        assertThat(Files.getPosixFilePermissions(folder.resolve("demo/demo-accounts.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));

        Served elsewhere = start(database, "elsewhere");
        assertThat(elsewhere.exitCode()).isEqualTo(3);
        assertThat(elsewhere.output()).contains("holds another platform").doesNotContain("\tat ");
    }
}
