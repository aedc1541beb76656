package org.jieti.server.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jieti.server.accounts.AccountSettings;
import org.jieti.server.shared.ServerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What `jieti serve` takes.
@Command(name = "jieti serve", sortOptions = false, usageHelpAutoWidth = true)
final class ServeOptions {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORT = 8080;
    private static final int TRIED = 50;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "launch.option.port")
    int port = PORT;

    @Option(names = "--host", paramLabel = "ADDRESS", descriptionKey = "launch.option.host")
    String host = LOOPBACK;

    @Mixin DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--evidence", paramLabel = "DIR", descriptionKey = "launch.option.evidence")
    @Nullable Path evidence;

    @Option(
            names = "--second-factor",
            paramLabel = "nobody|administrators|everybody",
            descriptionKey = "launch.option.second-factor")
    AccountSettings.SecondFactor secondFactor = AccountSettings.SecondFactor.NOBODY;

    @Option(names = "--behind-proxy", descriptionKey = "launch.option.behind-proxy")
    boolean behindProxy;

    @Option(names = "--personal", descriptionKey = "launch.option.personal")
    boolean personal;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "launch.option.lang")
    @Nullable String lang;

    /// Opens a few pages and ends, while the distribution's class cache is recorded.
    @Option(names = "--train", hidden = true)
    boolean train;

    /// With a demonstration platform, on the given port or the next one that is free.
    @Option(names = "--demo", hidden = true, paramLabel = "look|check")
    @Nullable Demo demo;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "launch.option.help")
    boolean help;

    /// What is done with the demonstration platform.
    enum Demo {
        /// People look at it until they stop it.
        look,
        /// Its first page is read, and the server ends.
        check
    }

    /// The port to listen on.
    private int free() {
        for (int each = port; demo != null && each < port + TRIED; each++) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), each));
                return each;
            } catch (IOException _) {
                // taken
            }
        }
        return port;
    }

    /// Where the server writes what happens.
    Path log() {
        return database.data.resolve("log").resolve("server.log");
    }

    /// The options as the application's properties.
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.put("server.port", free());
        properties.put("server.address", personal || demo != null ? LOOPBACK : host);
        properties.put("jieti.home", System.getProperty("jieti.home", "."));
        properties.put("logging.file.name", log().toString());
        if (evidence != null) {
            properties.put("jieti.evidence.folder", evidence.toString());
        }
        properties.put(
                "jieti.mode",
                (personal ? ServerSettings.Mode.PERSONAL : ServerSettings.Mode.PLATFORM).name());
        properties.put("jieti.accounts.second-factor", secondFactor.name());
        if (behindProxy) {
            // Tomcat's own: it believes only addresses that no network outside uses.
            properties.put("server.forward-headers-strategy", "native");
        }
        return properties;
    }
}
