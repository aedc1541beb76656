package org.jieti.report.sensitivity;

import org.jieti.core.uncertainty.Factor;

/// How factors are called in files and on the command line.
public final class FactorIds {
    private FactorIds() {}

    /// The id of a factor, as in `weights:data`.
    public static String of(Factor factor) {
        return switch (factor) {
            case Factor.DomainWeights _ -> "domain-weights";
            case Factor.WeightsWithin(var domain) -> "weights:" + domain;
            case Factor.Evidence(var strength) ->
                    strength.isEmpty() ? "ratings" : "ratings:" + strength;
            case Factor.Missing _ -> "missing";
            case Factor.PresetChoice _ -> "preset";
            case Factor.AggregationChoice _ -> "aggregation";
            case Factor.NormalisationChoice _ -> "normalisation";
        };
    }

    /// Whether a name means a factor: by its id, or by what stands before the colon.
    public static boolean matches(String name, Factor factor) {
        String id = of(factor);
        return id.equals(name) || id.startsWith(name + ":");
    }
}
