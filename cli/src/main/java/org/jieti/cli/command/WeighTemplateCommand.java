package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jieti.catalog.workbook.BallotForm;
import org.jieti.cli.Session;
import org.jieti.core.elicitation.Method;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Writes the empty workbook that experts fill in.
final class WeighTemplateCommand implements Command {
    private static final int EXPERTS = 3;
    private static final int MOST_EXPERTS = 200;

    private final Session session;

    private final PositionalParamSpec method = Arguments.positional(0, "METHOD", String.class);
    private final PositionalParamSpec model = Arguments.positional(1, "MODEL", String.class);
    private final PositionalParamSpec node = Arguments.optionalPositional(2, "NODE");
    private final OptionSpec experts = Arguments.option("--experts", "N", Integer.class);

    private final OutputOptions output = new OutputOptions();

    WeighTemplateCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(method, model, node, experts, output.out(), output.force());
    }

    @Override
    public Integer call() {
        Method asked = Method.find(Arguments.text(method));
        if (asked == null || asked.readsTable() || asked == Method.EQUAL) {
            return WeighCommand.unknown(session, Arguments.text(method));
        }
        Path file = output.file();
        if (file == null) {
            return session.badInput("usage.missing", "--out FILE");
        }
        Integer wanted = Arguments.optional(experts, Integer.class);
        int count = wanted == null ? EXPERTS : wanted;
        if (count < 1 || count > MOST_EXPERTS) {
            return session.badInput("usage.value", "--experts", count);
        }
        return session.use(
                session.catalog().modelNamed(Arguments.text(model)),
                of -> write(asked, of, count, file));
    }

    private int write(Method asked, MaturityModel of, int count, Path file) {
        String named = Arguments.optional(node, String.class);
        List<@Nullable NodeId> groups = new ArrayList<>();
        if (named == null) {
            groups.add(null);
            of.forEachNode(
                    each -> {
                        if (bearsWeights(each)) {
                            groups.add(each.id());
                        }
                    });
        } else if (named.equals(of.id().name())) {
            groups.add(null);
        } else {
            Node found = NodeId.isValid(named) ? of.find(new NodeId(named)) : null;
            if (found == null || !bearsWeights(found)) {
                return session.badInput("weigh.node", Session.plain(named), of.id());
            }
            groups.add(found.id());
        }
        byte[] workbook = BallotForm.write(asked, of, groups, count, session.language());
        return session.deliver(workbook, file, output.overwriting());
    }

    /// Whether the children of a node carry weights that take more than one to choose.
    private static boolean bearsWeights(Node node) {
        return node.children().size() > 1 && !node.children().getFirst().children().isEmpty();
    }
}
