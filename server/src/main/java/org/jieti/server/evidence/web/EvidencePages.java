package org.jieti.server.evidence.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.report.words.Words;
import org.jieti.server.accounts.Directory;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.CaseHeads;
import org.jieti.server.assessments.WhoAnswers.Verdict;
import org.jieti.server.evidence.EvidenceItem;
import org.jieti.server.evidence.EvidenceKind;
import org.jieti.server.evidence.FileKind;
import org.jieti.server.evidence.Holding;
import org.jieti.server.evidence.Refusal;
import org.jieti.server.evidence.Sensitivity;
import org.jieti.server.evidence.Soundness;
import org.jieti.server.evidence.domain.EvidenceAccess;
import org.jieti.server.evidence.domain.EvidenceIntake;
import org.jieti.server.evidence.domain.EvidenceLibrary;
import org.jieti.server.evidence.domain.EvidenceSettings;
import org.jieti.server.evidence.domain.Uploads;
import org.jieti.server.shared.Times;
import org.jieti.server.shared.web.Choice;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Lays out the pages of evidence.
@Component
class EvidencePages {
    private static final Comparator<EvidenceItem> YOUNGEST =
            Comparator.comparing(EvidenceItem::addedAt).reversed();
    private static final int KILO = 1024;

    private final EvidenceLibrary library;
    private final EvidenceAccess access;
    private final Uploads uploads;
    private final Assessments assessments;
    private final CaseHeads heads;
    private final Directory directory;
    private final EvidenceSettings settings;
    private final MessageSource messages;
    private final Times times;
    private final Clock clock;

    EvidencePages(
            EvidenceLibrary library,
            EvidenceAccess access,
            Uploads uploads,
            Assessments assessments,
            CaseHeads heads,
            Directory directory,
            EvidenceSettings settings,
            MessageSource messages,
            Times times,
            Clock clock) {
        this.library = library;
        this.access = access;
        this.uploads = uploads;
        this.assessments = assessments;
        this.heads = heads;
        this.directory = directory;
        this.settings = settings;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    /// What a page is made from.
    private record Making(
            SignedIn me,
            AssessmentCase of,
            Language language,
            MaturityModel model,
            Words words,
            Map<UUID, PersonFace> faces) {
        String name(UUID person) {
            PersonFace face = faces.get(person);
            return face == null ? "" : face.name();
        }
    }

    private Making making(
            SignedIn me, AssessmentCase of, Language language, Collection<EvidenceItem> items) {
        MaturityModel model = assessments.model(of).model();
        return new Making(
                me,
                of,
                language,
                model,
                new Words(language, model),
                directory.facesOf(
                        items.stream().map(EvidenceItem::addedBy).collect(Collectors.toSet())));
    }

    /// The list of an assessment's evidence.
    LibraryPage library(
            SignedIn me, AssessmentCase of, Language language, LibraryPage.Asked asked) {
        List<EvidenceItem> all = library.current(of.id());
        Making making = making(me, of, language, all);
        NodeId criterion = criterion(making, asked.criterion());
        LocalDate today = LocalDate.now(clock.withZone(Times.SHOWN));
        Predicate<EvidenceItem> wanted = item -> isWanted(making, item, asked, today);
        Predicate<EvidenceItem> here = item -> criterion == null || item.link(criterion) != null;
        List<EvidenceItem> sorted = all.stream().filter(wanted).sorted(order(asked)).toList();
        Verdict verdict =
                criterion == null ? access.adding(me, of) : access.linking(me, of, criterion);
        return new LibraryPage(
                heads.of(me, of, EvidenceWeb.TAB),
                criterion == null ? null : named(making, criterion),
                sorted.stream()
                        .filter(here)
                        .map(item -> line(making, item, criterion, today))
                        .toList(),
                sorted.stream()
                        .filter(here.negate())
                        .map(item -> line(making, item, criterion, today))
                        .toList(),
                all.size(),
                asked,
                kinds(making),
                sensitivities(making),
                verdict == Verdict.ALLOWED,
                closed(of, verdict),
                verdict == Verdict.ALLOWED ? uploads.open(me, of.id()) : List.of(),
                accepted(),
                size(settings.largest().toBytes()));
    }

    private static @Nullable NodeId criterion(Making making, String id) {
        return NodeId.isValid(id) && making.model().find(new NodeId(id)) instanceof Criterion found
                ? found.id()
                : null;
    }

    private boolean isWanted(
            Making making, EvidenceItem item, LibraryPage.Asked asked, LocalDate today) {
        EvidenceItem.StoredFile file = item.file();
        String text =
                String.join(
                                " ",
                                item.fields().title(),
                                item.fields().locator(),
                                file == null ? String.valueOf(item.address()) : file.name())
                        .toLowerCase(Locale.ROOT);
        return text.contains(asked.q().toLowerCase(Locale.ROOT))
                && (asked.kind().isEmpty() || item.fields().kind().name().equals(asked.kind()))
                && switch (asked.state()) {
                    case "warning" ->
                            holding(making.of(), item, today).isWarning()
                                    || (file != null && file.soundness() != Soundness.INTACT);
                    case "unlinked" -> item.links().isEmpty();
                    case "undated" -> holding(making.of(), item, today) == Holding.UNDATED;
                    default -> true;
                };
    }

    private static Comparator<EvidenceItem> order(LibraryPage.Asked asked) {
        return switch (asked.sort()) {
            case "title" -> Comparator.comparing(item -> item.fields().title());
            case "kind" ->
                    Comparator.<EvidenceItem, EvidenceKind>comparing(item -> item.fields().kind())
                            .thenComparing(YOUNGEST);
            case "period" ->
                    Comparator.<EvidenceItem, LocalDate>comparing(
                                    item ->
                                            Objects.requireNonNullElse(
                                                    item.fields().holdsTo(), LocalDate.MAX))
                            .thenComparing(YOUNGEST);
            default -> YOUNGEST;
        };
    }

    private static Holding holding(AssessmentCase of, EvidenceItem item, LocalDate today) {
        return Holding.of(
                item.fields().holdsFrom(), item.fields().holdsTo(), of.round().asOf(), today);
    }

    private LibraryPage.Line line(
            Making making, EvidenceItem item, @Nullable NodeId criterion, LocalDate today) {
        EvidenceItem.StoredFile file = item.file();
        EvidenceItem.Fields fields = item.fields();
        Holding holding = holding(making.of(), item, today);
        EvidenceItem.Link here = criterion == null ? null : item.link(criterion);
        return new LibraryPage.Line(
                item.id(),
                fields.title(),
                fields.kind().messageKey(),
                file == null ? String.valueOf(item.address()) : file.name(),
                file == null ? "" : size(file.digests().size()),
                item.edition(),
                holding.messageKey(),
                holding.isWarning(),
                period(fields.holdsFrom(), fields.holdsTo()),
                fields.sensitivity().messageKey(),
                file == null || file.soundness() == Soundness.INTACT
                        ? null
                        : file.soundness().messageKey(),
                item.links().stream().map(link -> named(making, link.criterion())).toList(),
                here == null ? "" : here.place(),
                making.name(item.addedBy()),
                times.minute(item.addedAt()));
    }

    private static String period(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return "";
        }
        return Objects.toString(from, "…") + " – " + Objects.toString(to, "…");
    }

    /// A criterion by its name, with the names above it: a criterion alone may be called as others.
    private static LibraryPage.Named named(Making making, NodeId id) {
        List<String> above = new ArrayList<>();
        String value = id.value();
        for (int dot = value.indexOf('.'); dot >= 0; dot = value.indexOf('.', dot + 1)) {
            Node node = making.model().find(new NodeId(value.substring(0, dot)));
            if (node != null) {
                above.add(making.words().name(node));
            }
        }
        return new LibraryPage.Named(value, making.words().name(id), String.join(" · ", above));
    }

    /// One piece of evidence.
    ///
    /// @param page which page of its file is asked for
    ItemPage item(SignedIn me, AssessmentCase of, Language language, EvidenceItem item, int page) {
        List<EvidenceItem> editions = library.editions(item);
        Making making = making(me, of, language, editions);
        LocalDate today = LocalDate.now(clock.withZone(Times.SHOWN));
        EvidenceItem.StoredFile file = item.file();
        int pages = file == null || file.soundness() != Soundness.INTACT ? 0 : file.pages();
        Verdict verdict = access.adding(me, of);
        boolean canChange = verdict == Verdict.ALLOWED && item.replacedBy() == null;
        Set<NodeId> linkable = canChange ? access.linkable(me, of) : Set.of();
        return new ItemPage(
                heads.of(me, of, EvidenceWeb.TAB),
                item,
                line(making, item, null, today),
                pages == 0 ? 0 : Math.clamp(page, 1, pages),
                pages,
                item.links().stream()
                        .map(
                                link ->
                                        new ItemPage.Supported(
                                                named(making, link.criterion()),
                                                link.place(),
                                                pages == 0 ? 0 : Math.min(link.page(), pages),
                                                linkable.contains(link.criterion())))
                        .toList(),
                editions.stream().map(each -> edition(making, each)).toList(),
                groups(making, item, linkable),
                kinds(making),
                sensitivities(making),
                canChange,
                closed(of, verdict),
                accepted());
    }

    private ItemPage.Edition edition(Making making, EvidenceItem item) {
        EvidenceItem.StoredFile file = item.file();
        return new ItemPage.Edition(
                item.id(),
                item.edition(),
                file == null ? String.valueOf(item.address()) : file.name(),
                file == null ? "" : size(file.digests().size()),
                making.name(item.addedBy()),
                times.minute(item.addedAt()));
    }

    /// The criteria that it can be linked to besides, by ladder.
    private static List<ItemPage.Group> groups(
            Making making, EvidenceItem item, Set<NodeId> linkable) {
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        for (NodeId criterion : linkable) {
            if (item.link(criterion) == null) {
                LibraryPage.Named named = named(making, criterion);
                groups.computeIfAbsent(named.path(), _ -> new ArrayList<>())
                        .add(new Choice(named.id(), named.name()));
            }
        }
        return groups.entrySet().stream()
                .map(each -> new ItemPage.Group(each.getKey(), each.getValue()))
                .toList();
    }

    private static @Nullable String closed(AssessmentCase of, Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> null;
            case CLOSED ->
                    of.state().isHandedIn() ? "evidence.closed.submitted" : "evidence.closed.now";
            case NOT_ASSIGNED -> "evidence.closed.part";
            case NO_RIGHT -> "evidence.closed.reader";
        };
    }

    /// The kinds that a file can be of.
    private List<Choice> kinds(Making making) {
        return Arrays.stream(EvidenceKind.values())
                .filter(kind -> kind != EvidenceKind.LINK)
                .map(kind -> new Choice(kind.name(), say(making.language(), kind.messageKey())))
                .toList();
    }

    private List<Choice> sensitivities(Making making) {
        return Arrays.stream(Sensitivity.values())
                .map(each -> new Choice(each.name(), say(making.language(), each.messageKey())))
                .toList();
    }

    /// What the browser offers to choose from.
    private static String accepted() {
        return Arrays.stream(FileKind.values())
                .flatMap(kind -> kind.extensions().stream())
                .map(extension -> "." + extension)
                .collect(Collectors.joining(","));
    }

    /// A size in words, as in `3.4 MB`.
    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double size = bytes;
        int unit = 0;
        while (size >= KILO) {
            size /= KILO;
            unit++;
        }
        return "%s %sB"
                .formatted(
                        size < 10
                                ? String.format(Locale.ROOT, "%.1f", size)
                                : String.format(Locale.ROOT, "%.0f", size),
                        "BKMGT".charAt(unit));
    }

    String say(Language language, String key, Object... values) {
        return messages.getMessage(key, values, Languages.locale(language));
    }

    static List<Crumb> crumbs(AssessmentCase of, Crumb... last) {
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(Crumb.to("/assessments", "assessments.list"));
        crumbs.add(Crumb.named("/assessments/" + of.id(), of.round().title()));
        crumbs.addAll(List.of(last));
        return crumbs;
    }

    /// What came of one file of a form, in words.
    ///
    /// @param name the file's; empty where the words name it
    /// @param path to its evidence; null where it was refused
    record Came(String name, String words, @Nullable String path) {}

    Came came(AssessmentCase of, String name, EvidenceIntake.Outcome outcome, Language language) {
        String path = "/assessments/" + of.id() + EvidenceWeb.TAB + "/";
        return switch (outcome) {
            case EvidenceIntake.Outcome.Added(UUID evidence) ->
                    new Came(name, say(language, "evidence.came.added"), path + evidence);
            case EvidenceIntake.Outcome.Known(EvidenceItem evidence) ->
                    new Came(
                            name,
                            say(language, "evidence.came.known", evidence.fields().title()),
                            path + evidence.id());
            case EvidenceIntake.Outcome.Refused(Refusal refusal) ->
                    new Came("", words(refusal, language), null);
            case EvidenceIntake.Outcome.Closed() ->
                    new Came(name, say(language, "evidence.closed.now"), null);
        };
    }

    /// Why a file is not taken, in words.
    String words(Refusal refusal, Language language) {
        return say(language, refusal.reason().messageKey(), refusal.name(), refusal.detail());
    }

    /// Where the evidence of an assessment is, or of a criterion.
    static String address(AssessmentCase of, String criterion) {
        String path = "/assessments/" + of.id() + EvidenceWeb.TAB;
        return NodeId.isValid(criterion) ? path + "?criterion=" + criterion : path;
    }
}
