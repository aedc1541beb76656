import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// A Spring Boot application with one page of one query, on a PostgreSQL of its own that is started as that of the
/// server: what `jieti serve` is compared with.
@SpringBootApplication(proxyBeanMethods = false)
public class Bare {
    public static void main(String[] arguments) {
        SpringApplication.run(Bare.class, arguments);
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(Path.of(System.getProperty("bare.data")))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        com.zaxxer.hikari.HikariDataSource pool = new com.zaxxer.hikari.HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        return pool;
    }

    @Controller
    static class Page {
        private final DSLContext database;

        Page(DSLContext database) {
            this.database = database;
        }

        @GetMapping("/")
        String page(Model model) {
            model.addAttribute("count", database.fetchValue("select count(*) from thing"));
            return "page";
        }
    }
}
