package org.jieti.server.campaigns.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Language;
import org.jieti.core.model.Preset;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.OrganisationNames;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.campaigns.domain.RoundPlan;
import org.jieti.server.models.PublishedModels;
import org.jieti.server.shared.Times;
import org.jieti.server.shared.web.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The form of a round that is planned. The model is chosen first, since weight sets and presets
/// are its.
@Component
public final class RoundForm {
    private static final String FIRST_MODEL = "dgimm@";
    private static final String TITLE = "title";
    private static final String MODEL = "model";
    private static final String WEIGHT_SET = "weightSet";
    private static final String PRESET = "preset";
    private static final String TRACK = "track";
    private static final String AS_OF = "asOf";
    private static final String DUE_ON = "dueOn";
    private static final String ORGANISER = "organiser";
    private static final String PREVIOUS = "previous";

    private final Rounds rounds;
    private final PublishedModels models;
    private final OrganisationNames organisations;
    private final Clock clock;

    RoundForm(Rounds rounds, PublishedModels models, OrganisationNames organisations, Clock clock) {
        this.rounds = rounds;
        this.models = models;
        this.organisations = organisations;
        this.clock = clock;
    }

    /// What the fields hold before anything is typed.
    Map<String, String> empty() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(AS_OF, LocalDate.ofInstant(clock.instant(), Times.SHOWN).toString());
        return typed;
    }

    /// What the fields hold for a round.
    static Map<String, String> of(Round round) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(TITLE, round.title());
        typed.put(MODEL, round.model());
        typed.put(WEIGHT_SET, round.weightSet());
        typed.put(PRESET, round.preset() == null ? "" : round.preset());
        typed.put(TRACK, round.track().name());
        typed.put(AS_OF, round.asOf().toString());
        typed.put(DUE_ON, round.dueOn().toString());
        typed.put(ORGANISER, round.organiser().toString());
        typed.put(PREVIOUS, round.previous() == null ? "" : round.previous().toString());
        return typed;
    }

    /// Puts onto a page what can be chosen, what was typed and what is wrong with it.
    void fill(
            SignedIn me,
            Map<String, String> typed,
            Map<String, String> wrong,
            Language language,
            Model page) {
        List<PublishedModels.Face> faces = models.all();
        PublishedModels.Face chosen = chosen(faces, typed.get(MODEL));
        page.addAttribute("models", faces.stream().map(face -> choice(face, language)).toList());
        page.addAttribute("chosen", chosen);
        if (chosen != null) {
            page.addAttribute(
                    "weightSets",
                    models.weightSets(chosen.id()).stream()
                            .map(face -> choice(face, language))
                            .toList());
            page.addAttribute(
                    "presets",
                    presets(chosen).stream()
                            .map(preset -> new Choice(preset.id(), preset.name().in(language)))
                            .toList());
            page.addAttribute(
                    "previous",
                    before(me, chosen.id()).stream()
                            .map(round -> new Choice(round.id().toString(), round.title()))
                            .toList());
        }
        page.addAttribute("tracks", Round.Track.open());
        page.addAttribute(
                "organisers",
                organisations.of(organisers(me)).entrySet().stream()
                        .map(name -> new Choice(name.getKey().toString(), name.getValue()))
                        .toList());
        page.addAttribute("typed", typed);
        page.addAttribute("wrong", wrong);
    }

    private static Choice choice(PublishedModels.Face face, Language language) {
        return new Choice(face.id(), face.name().in(language) + " " + face.id());
    }

    private static PublishedModels.@Nullable Face chosen(
            List<PublishedModels.Face> faces, @Nullable String id) {
        PublishedModels.Face first = null;
        for (PublishedModels.Face face : faces) {
            if (face.id().equals(id)) {
                return face;
            }
            // The newest version of the main model, else the first of all.
            if (first == null || face.id().startsWith(FIRST_MODEL)) {
                first = face;
            }
        }
        return first;
    }

    private List<Preset> presets(PublishedModels.Face face) {
        Grading grading = models.find(face.id(), face.sha256()).model().grading();
        return grading == null ? List.of() : grading.presets();
    }

    /// The rounds whose answers can be offered: those of the same model, in any version.
    private List<Round> before(SignedIn me, String model) {
        String name = model.substring(0, model.indexOf('@') + 1);
        return rounds.readable(me).stream()
                .filter(round -> round.model().startsWith(name) && rounds.mayManage(me, round))
                .toList();
    }

    private static List<UUID> organisers(SignedIn me) {
        return me.grants().stream()
                .filter(grant -> Action.MANAGE_ROUNDS.roles().contains(grant.role()))
                .filter(grant -> grant.round() == null)
                .map(RoleGrant::organisation)
                .distinct()
                .toList();
    }

    /// The plan; null, with what is wrong by field, if there is anything.
    public @Nullable RoundPlan checked(
            SignedIn me, Map<String, String> typed, Map<String, String> wrong) {
        String title = text(typed, TITLE);
        if (title.isEmpty()) {
            wrong.put(TITLE, "campaigns.wrong.title.missing");
        } else if (title.length() > RoundPlan.LONGEST_TITLE) {
            wrong.put(TITLE, "campaigns.wrong.title.long");
        }
        PublishedModels.Face model = one(models.all(), text(typed, MODEL), MODEL, wrong);
        PublishedModels.Face weights =
                model == null
                        ? null
                        : one(
                                models.weightSets(model.id()),
                                text(typed, WEIGHT_SET),
                                WEIGHT_SET,
                                wrong);
        String preset = model == null ? null : preset(model, text(typed, PRESET), wrong);
        Round.Track track =
                Round.Track.open().stream()
                        .filter(each -> each.name().equals(text(typed, TRACK)))
                        .findFirst()
                        .orElse(null);
        if (track == null) {
            wrong.put(TRACK, "campaigns.wrong.track");
        }
        LocalDate asOf = day(typed, AS_OF, wrong);
        LocalDate dueOn = day(typed, DUE_ON, wrong);
        if (dueOn != null && dueOn.isBefore(LocalDate.ofInstant(clock.instant(), Times.SHOWN))) {
            wrong.put(DUE_ON, "campaigns.wrong.due.past");
        } else if (asOf != null && dueOn != null && dueOn.isBefore(asOf)) {
            wrong.put(DUE_ON, "campaigns.wrong.due.before");
        }
        UUID organiser =
                organisers(me).stream()
                        .filter(each -> each.toString().equals(text(typed, ORGANISER)))
                        .findFirst()
                        .orElse(null);
        if (organiser == null) {
            wrong.put(ORGANISER, "campaigns.wrong.organiser");
        }
        Round previous = null;
        if (model != null && !text(typed, PREVIOUS).isEmpty()) {
            previous =
                    before(me, model.id()).stream()
                            .filter(round -> round.id().toString().equals(text(typed, PREVIOUS)))
                            .findFirst()
                            .orElse(null);
            if (previous == null) {
                wrong.put(PREVIOUS, "campaigns.wrong.previous");
            }
        }
        return !wrong.isEmpty()
                ? null
                : new RoundPlan(
                        Objects.requireNonNull(organiser),
                        title,
                        Objects.requireNonNull(track),
                        Objects.requireNonNull(model).id(),
                        Objects.requireNonNull(weights).id(),
                        preset,
                        Objects.requireNonNull(asOf),
                        Objects.requireNonNull(dueOn),
                        previous == null ? null : previous.id());
    }

    private static PublishedModels.@Nullable Face one(
            List<PublishedModels.Face> faces, String id, String field, Map<String, String> wrong) {
        for (PublishedModels.Face face : faces) {
            if (face.id().equals(id)) {
                return face;
            }
        }
        wrong.put(field, "campaigns.wrong." + field.toLowerCase(Locale.ROOT));
        return null;
    }

    private @Nullable String preset(
            PublishedModels.Face model, String id, Map<String, String> wrong) {
        List<Preset> offered = presets(model);
        if (offered.isEmpty()) {
            return null;
        }
        if (offered.stream().noneMatch(preset -> preset.id().equals(id))) {
            wrong.put(PRESET, "campaigns.wrong.preset");
        }
        return id;
    }

    private static @Nullable LocalDate day(
            Map<String, String> typed, String field, Map<String, String> wrong) {
        try {
            return LocalDate.parse(text(typed, field));
        } catch (DateTimeParseException e) {
            wrong.put(field, "campaigns.wrong.day");
            return null;
        }
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
