package org.jieti.server.launch;

import java.io.PrintStream;
import java.util.Objects;
import org.jieti.server.demo.Demo;
import org.jieti.server.demo.DemoPlatform;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Makes the demonstration platform once the server is ready, and says where to look and who can
/// sign in.
final class DemoAnnouncement {
    private final Announcement.Words words;
    private final PrintStream out;
    private final ServeOptions.Demo wish;

    DemoAnnouncement(Announcement.Words words, PrintStream out, ServeOptions.Demo wish) {
        this.words = words;
        this.out = out;
        this.wish = wish;
    }

    /// Says it of a server that runs; ends it where only a check was wished for.
    void of(ConfigurableApplicationContext running) {
        String address = Objects.requireNonNull(Announcement.address(running));
        out.println(words.say("launch.demo.making"));
        out.flush();
        DemoPlatform platform = running.getBean(Demo.class).make();
        out.println(words.say("launch.demo.ready", address + platform.result()));
        out.println(words.say("launch.demo.accounts"));
        for (DemoPlatform.Account account : platform.accounts()) {
            out.printf(
                    "  %-11s %s  %s%n",
                    account.username(),
                    account.password(),
                    words.say("launch.demo.account." + account.username()));
        }
        if (wish == ServeOptions.Demo.check) {
            String level = new DemoCheck(address).level(platform);
            out.println(words.say("launch.demo.checked", level));
            out.flush();
            SpringApplication.exit(running);
            return;
        }
        out.println(words.say("launch.stop"));
        out.flush();
    }
}
