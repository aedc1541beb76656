package org.jieti.server.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jieti.server.shared.ServerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the data lie. Passwords come from the environment, so that no list of processes shows
/// them.
final class DatabaseOptions {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "launch.option.data")
    Path data = Path.of("jieti-data");

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            descriptionKey = "launch.option.database-url")
    @Nullable String url;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            descriptionKey = "launch.option.database-user")
    @Nullable String user;

    @Option(
            names = "--database-owner",
            paramLabel = "NAME",
            descriptionKey = "launch.option.database-owner")
    @Nullable String owner;

    private static @Nullable String password() {
        return System.getenv("JIETI_DATABASE_PASSWORD");
    }

    private static @Nullable String ownerPassword() {
        return System.getenv("JIETI_DATABASE_OWNER_PASSWORD");
    }

    /// As the application's properties.
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jieti.data", data.toString());
        if (url != null) {
            properties.put("jieti.database-url", url);
            put(properties, "jieti.database-user", user);
            put(properties, "jieti.database-password", password());
            put(properties, "jieti.database-owner", owner);
            put(properties, "jieti.database-owner-password", ownerPassword());
        }
        return properties;
    }

    private static void put(Map<String, Object> properties, String key, @Nullable String value) {
        if (value != null) {
            properties.put(key, value);
        }
    }

    /// For a command of maintenance, which starts no application.
    ServerSettings settings() {
        return new ServerSettings(
                Path.of(System.getProperty("jieti.home", ".")),
                data,
                url,
                user,
                password(),
                owner,
                ownerPassword(),
                ServerSettings.Mode.PLATFORM);
    }
}
