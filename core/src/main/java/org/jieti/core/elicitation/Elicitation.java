package org.jieti.core.elicitation;

import java.util.List;
import org.jieti.core.model.Direction;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.core.model.Text;
import org.jieti.core.model.WeightRecord.Expert;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// All that it takes to weigh: the model, who stated what or what the data are, and the choices
/// that the method leaves open.
///
/// @param id of the weight set that comes of it
/// @param name of the weight set; null for one after the method
/// @param provenance of the weight set; null for one after the method and the experts
/// @param base where the weights of the groups come from that nobody weighed
/// @param experts in the order of the file; none for a method that reads a table
/// @param groups at least one, each of other siblings
public record Elicitation(
        Method method,
        MaturityModel model,
        String id,
        @Nullable Text name,
        @Nullable Text provenance,
        WeightSet base,
        Settings settings,
        List<Expert> experts,
        List<Group> groups) {
    public Elicitation {
        experts = List.copyOf(experts);
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("Nothing is weighed.");
        }
    }

    /// The expert of that id.
    ///
    /// @throws IllegalArgumentException if nobody is listed so
    public Expert expert(String id) {
        for (Expert expert : experts) {
            if (expert.id().equals(id)) {
                return expert;
            }
        }
        throw new IllegalArgumentException("No expert %s is listed.".formatted(id));
    }

    /// One group of siblings to be weighed.
    ///
    /// @param parent the node whose children they are; null for the domains
    /// @param members all siblings, in the order of the model
    /// @param statements what was stated; none for a method that reads a table
    /// @param columns the table's column of each member, in their order; none for a method of
    ///     statements
    public record Group(
            @Nullable NodeId parent,
            List<NodeId> members,
            List<Statement> statements,
            List<Column> columns) {
        public Group {
            members = List.copyOf(members);
            statements = List.copyOf(statements);
            columns = List.copyOf(columns);
        }
    }

    /// What the units of a population show of one member.
    ///
    /// @param name of the table's column
    /// @param direction whether more is better
    /// @param values one a unit, in the same order for every column
    public record Column(NodeId member, String name, Direction direction, List<Double> values) {
        public Column {
            values = List.copyOf(values);
        }
    }
}
