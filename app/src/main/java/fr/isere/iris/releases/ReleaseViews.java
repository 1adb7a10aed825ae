package fr.isere.iris.releases;

import fr.isere.iris.models.CatalogueListing;
import fr.isere.iris.models.CatalogueListing.Listed;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.problems.Problems;
import fr.isere.iris.releases.Release.Trouble;
import fr.isere.iris.releases.Release.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The book as the HTTP contract shows it. */
@Component
class ReleaseViews {

    private final CatalogueListing catalogue;
    private final ImportFolder folder;
    private final Progress progress;
    private final Problems problems;
    private final Bindings bindings;

    ReleaseViews(
            CatalogueListing catalogue, ImportFolder folder, Progress progress, Problems problems, Bindings bindings) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.progress = progress;
        this.problems = problems;
        this.bindings = bindings;
    }

    /** All of it; see the HTTP contract of {@code docs/architecture.md}. */
    record All(
            long revision,
            @Nullable String active,
            @Nullable String previous,
            @Nullable Tried canary,
            List<One> releases,
            List<Model> catalogue,
            List<String> files) {}

    /** Which release is tried, on what share of the conversations that begin now, and since when. */
    record Tried(String release, int percent, Instant since) {

        private static @Nullable Tried of(Book.@Nullable Canary canary) {
            return canary == null ? null : new Tried(canary.release(), canary.percent(), canary.since());
        }
    }

    /** One release. */
    record One(
            String id,
            String model,
            String displayName,
            String engine,
            String engineModel,
            String state,
            String digest,
            @Nullable String engineDigest,
            @Nullable Long sizeBytes,
            String licence,
            Instant createdAt,
            Instant changedAt,
            Progress.@Nullable At progress,
            @Nullable Problem problem,
            boolean drift,
            boolean promptsChanged,
            @Nullable Verdict evaluation,
            List<String> can) {}

    /**
     * What went wrong.
     *
     * @param text in French: what happened, and what to do
     */
    record Problem(String code, String text, Instant at) {}

    /** A model that may be proposed. */
    record Model(
            String id,
            String displayName,
            String engine,
            String engineModel,
            String licence,
            String quantisation,
            int contextWindow,
            @Nullable Long sizeBytes,
            @Nullable Long memoryBytes) {

        static Model of(Listed listed) {
            ModelDescription model = listed.model();
            return new Model(
                    model.id(),
                    model.displayName(),
                    model.engine(),
                    model.engineModel(),
                    model.licence(),
                    model.quantisation(),
                    model.contextWindow(),
                    listed.sizeBytes(),
                    listed.memoryBytes());
        }
    }

    /** @param bySetting the release that stands for {@code iris.models.active}, shown while no other answers */
    All all(long revision, Book book, Release bySetting) {
        Book shown = book.adopting(bySetting);
        String prompts = bindings.prompts();
        List<One> releases = new ArrayList<>(
                shown.releases().stream().map(release -> one(release, prompts)).toList());
        Collections.reverse(releases);
        return new All(
                revision,
                shown.active(),
                shown.previous(),
                Tried.of(shown.canary()),
                releases,
                catalogue.all().stream().map(Model::of).toList(),
                folder.files());
    }

    One one(Release release) {
        return one(release, bindings.prompts());
    }

    private One one(Release release, String prompts) {
        ModelDescription model = release.model();
        String work = release.work();
        return new One(
                release.id(),
                model.id(),
                model.displayName(),
                model.engine(),
                model.engineModel(),
                release.state().code(),
                release.binding().digest(),
                release.binding().engine(),
                release.binding().sizeBytes(),
                model.licence(),
                release.createdAt(),
                release.changedAt(),
                work == null ? null : progress.of(work).orElse(null),
                problem(release),
                release.drift() != null,
                release.state() != State.RETIRED && release.isJudgedByOthersThan(prompts),
                release.evaluation(),
                release.steps().stream().map(Step::code).toList());
    }

    private @Nullable Problem problem(Release release) {
        Instant drift = release.drift();
        Trouble trouble = release.trouble();
        if (drift != null) {
            return new Problem("release-drifted", text("release-drifted", List.of()), drift);
        }
        return trouble == null
                ? null
                : new Problem(trouble.code(), text(trouble.code(), trouble.arguments()), trouble.at());
    }

    private String text(String code, List<String> arguments) {
        return String.valueOf(
                problems.of(code, HttpStatus.CONFLICT, arguments.toArray()).getDetail());
    }
}
