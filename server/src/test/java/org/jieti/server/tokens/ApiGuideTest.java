package org.jieti.server.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.ground.ApiCaller;
import org.jieti.server.ground.Callers;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.shared.api.Scope;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;

/// The commands of the guide to the API are answered as it says.
@ServerTest
class ApiGuideTest {
    private static final Path GUIDE = Golden.root().resolve("docs/guide");
    private static final Pattern BLOCK =
            Pattern.compile("```sh\\n(curl .*?)\\n# (\\d{3})\\n```", Pattern.DOTALL);
    private static final Pattern WORD =
            Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'\\\\])+|\\\\\\n");

    private final Cast cast;
    private final Callers callers;
    private final Scene scene;

    ApiGuideTest(Cast cast, Callers callers, Scene scene) {
        this.cast = cast;
        this.callers = callers;
        this.scene = scene;
    }

    /// A command of the guide.
    private record Command(String text, int status) {}

    @Test
    void both_languages_show_the_same_commands() throws IOException {
        assertThat(commands("api.zh-CN.md")).hasSizeGreaterThan(10).isEqualTo(commands("api.md"));
    }

    @Test
    void every_command_is_answered_as_the_guide_says() throws IOException {
        Map<String, String> values = new HashMap<>();
        values.put("JIETI", "");
        values.put("TOKEN", "");
        values.put("ASSESSMENT", scene.answering(Side.OWN, Scene.DGIMM).toString());
        values.put("ORGANISATION", cast.organisation(Side.OWN).toString());
        ApiCaller caller = callers.of(everything(), EnumSet.allOf(Scope.class));
        for (Command command : commands("api.md")) {
            ApiCaller.Answer answer = send(caller, command.text(), values);

            assertThat(answer.status())
                    .as("%s%n%s", command.text(), answer.body())
                    .isEqualTo(command.status());
            if (command.text().contains("/api/v1/rounds\"")) {
                values.put("ROUND", answer.json().path("id").asString());
            }
        }
    }

    /// Somebody who runs rounds, and answers for the unit too.
    private SignedIn everything() {
        UUID organisation = cast.organisation(Side.OWN);
        List<RoleGrant> grants = new ArrayList<>();
        for (Role role : List.of(Role.LEAD_ASSESSOR, Role.CONTRIBUTOR)) {
            grants.add(new RoleGrant(role, organisation, null, null));
        }
        UUID person = cast.person(organisation, "guide", grants);
        return new SignedIn(person, "guide", "guide", organisation, "示例", grants);
    }

    /// Carries out a command as the shell and curl would: the part of both that the guide uses.
    private static ApiCaller.Answer send(
            ApiCaller caller, String command, Map<String, String> values) {
        String method = "GET";
        String path = "";
        String body = null;
        Map<String, String> headers = new LinkedHashMap<>();
        List<String> words = words(command, values);
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-X" -> method = words.get(++i);
                case "-H" -> {
                    String[] header = words.get(++i).split(": ", 2);
                    headers.put(header[0], header[1]);
                }
                case "-d", "--data-binary" -> body = words.get(++i);
                default -> path = words.get(i);
            }
        }
        headers.remove("Authorization");
        return caller.send(method, path, body, headers);
    }

    private static List<String> words(String command, Map<String, String> values) {
        List<String> words = new ArrayList<>();
        Matcher found = WORD.matcher(command);
        while (found.find()) {
            if (!found.group().startsWith("\\")) {
                words.add(word(found.group(), values));
            }
        }
        return words;
    }

    /// A word of the shell: values are put in but for what stands between single quotes.
    private static String word(String written, Map<String, String> values) {
        StringBuilder word = new StringBuilder();
        Matcher part = Pattern.compile("\"([^\"]*)\"|'([^']*)'|[^\"']+").matcher(written);
        while (part.find()) {
            String text = part.group(1) != null ? part.group(1) : part.group(2);
            String shown = text == null ? part.group() : text;
            if (part.group(2) == null) {
                for (Map.Entry<String, String> value : values.entrySet()) {
                    shown = shown.replace("$" + value.getKey(), value.getValue());
                }
            }
            word.append(shown);
        }
        return word.toString();
    }

    private static List<Command> commands(String file) throws IOException {
        List<Command> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(GUIDE.resolve(file)));
        while (block.find()) {
            commands.add(new Command(block.group(1), Integer.parseInt(block.group(2))));
        }
        return commands;
    }
}
