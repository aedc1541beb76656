package org.jieti.server.launch;

import java.io.PrintStream;
import org.jieti.server.accounts.FirstStart;
import org.jieti.server.shared.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/// Says where the server answers; at the first start of a platform also the link to set it up.
final class Announcement implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final Words words;
    private final PrintStream out;

    Announcement(Words words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    /// A message of the bundle `launch`, with its values.
    interface Words {
        String say(String key, Object... values);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ConfigurableApplicationContext context = event.getApplicationContext();
        String address = address(context);
        if (address == null) {
            return;
        }
        LOG.info("Ready at {}", address);
        out.println(words.say("launch.ready", address));
        if (context.getBean(ServerSettings.class).mode() == ServerSettings.Mode.PLATFORM) {
            String link = context.getBean(FirstStart.class).link();
            if (link != null) {
                LOG.info("Set-up link, good once: {}{}", address, link);
                out.println(words.say("launch.set-up", address + link));
            }
        }
        out.println(words.say("launch.stop"));
        out.flush();
    }

    /// Where the server answers; null where it serves no pages.
    static @Nullable String address(ConfigurableApplicationContext context) {
        if (!(context instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return null;
        }
        String host = context.getEnvironment().getProperty("server.address", "127.0.0.1");
        return "http://%s:%d".formatted(host, web.getWebServer().getPort());
    }
}
