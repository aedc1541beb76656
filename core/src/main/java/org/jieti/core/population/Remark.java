package org.jieti.core.population;

import java.util.List;
import org.jieti.core.model.NodeId;

/// Something that readers of a population's result should know.
public sealed interface Remark {

    /// A group has no value to impute from: its cells stay missing.
    record EmptyGroup(NodeId leaf, String group) implements Remark {}

    /// More values of a column lie far out than may be moved, so its logarithm took its place.
    record LogarithmTaken(NodeId leaf, Shape before, Shape after) implements Remark {}

    /// A column stays skewed and heavy-tailed after all the treatment that is allowed.
    record OutliersRemain(NodeId leaf, Shape shape) implements Remark {}

    /// A column has the same value throughout, so it tells no unit from another.
    record ConstantColumn(NodeId leaf) implements Remark {}

    /// A zero makes a node 0, whatever its other parts are.
    record ZeroDecides(NodeId node, List<String> units) implements Remark {
        public ZeroDecides {
            units = List.copyOf(units);
        }
    }

    /// Ranks should follow the published index, but it is not there for every unit scored.
    record RankedOnComputed() implements Remark {}

    /// Only one unit has an index, so its rank says nothing.
    record OnlyOneUnit() implements Remark {}
}
