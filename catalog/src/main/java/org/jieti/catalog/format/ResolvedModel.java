package org.jieti.catalog.format;

import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jspecify.annotations.Nullable;

/// A model file with its domain files in place or, of a local variant, its changes carried out.
///
/// @param file the name of the model file in findings
/// @param widest where findings of a variant go that lie outside its file; null for a model that
///     is no variant
public record ResolvedModel(Value value, String file, @Nullable Location widest) {

    /// The sound model, or null with findings. Those of a variant lie in the variant: what it
    /// extends is sound by itself, so that whatever is wrong is wrong by a change.
    public ModelFormat.@Nullable Checked checked(Findings findings) {
        if (widest == null) {
            return ModelFormat.checked(value, findings);
        }
        if (findings.hasErrors()) {
            return null;
        }
        Findings own = new Findings();
        ModelFormat.Checked checked = ModelFormat.checked(value, own);
        own.sorted().stream().map(this::inVariant).distinct().forEach(findings::add);
        return checked;
    }

    private Finding inVariant(Finding finding) {
        return widest == null || finding.location().file().equals(file)
                ? finding
                : new Finding(finding.severity(), widest, finding.rule(), finding.arguments());
    }

    /// The place of a node or measure, as far as this file says anything of it.
    public @Nullable Location place(ModelFormat.Checked checked, String subject) {
        Location place = checked.places().get(subject);
        return place == null || (widest != null && !place.file().equals(file)) ? null : place;
    }
}
