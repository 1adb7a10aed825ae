package fr.isere.iris.releases;

import fr.isere.iris.energy.EnergyEstimate;
import fr.isere.iris.identity.Audited;
import fr.isere.iris.models.CatalogueListing;
import fr.isere.iris.models.CatalogueListing.Listed;
import fr.isere.iris.models.DescribedModels;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.problems.StartRefused;
import fr.isere.iris.releases.Release.Verdict;
import fr.isere.iris.releases.Report.CaseReport;
import fr.isere.iris.releases.Report.SuiteReport;
import fr.isere.iris.releases.Suites.Item;
import fr.isere.iris.releases.Suites.Ready;
import fr.isere.iris.releases.Workshop.Failed;
import fr.isere.iris.releases.Workshop.Work;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Runs the suites on a release, one request after the other, behind everybody's answers; and compares the report with the gate. */
@Component
class Evaluating {

    private static final Logger LOG = LoggerFactory.getLogger(Evaluating.class);

    private final Suites suites;
    private final Reports reports;
    private final DescribedModels models;
    private final CatalogueListing catalogue;
    private final Engines engines;
    private final Bindings bindings;
    private final BookStore store;
    private final DeploymentHere here;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Evaluating(
            Suites suites,
            Reports reports,
            DescribedModels models,
            CatalogueListing catalogue,
            Engines engines,
            Bindings bindings,
            BookStore store,
            DeploymentHere here,
            Clock clock,
            ApplicationEventPublisher events) {
        this.suites = suites;
        this.reports = reports;
        this.models = models;
        this.catalogue = catalogue;
        this.engines = engines;
        this.bindings = bindings;
        this.store = store;
        this.here = here;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Does it.
     *
     * @throws Failed with why not
     */
    void run(Release release, Work work) {
        ModelDescription sure = Models.sure(release.model());
        LanguageModel model = models.as(sure).orElseThrow(() -> new Failed("import-no-store"));
        load(sure);
        Release.Binding binding = bindings.of(
                release.model(), release.binding().engine(), release.binding().sizeBytes());
        Report report = report(release, binding, new Exam(new Trial(model, work), work));
        if (!work.isWanted()) {
            throw new Failed("release-cancelled");
        }
        reports.put(release.id(), report);
        Verdict verdict = new Verdict(report.passed(), report.at());
        BookStore.Page page = here.take(
                store.change(book -> book.evaluated(release.id(), work.id(), verdict, binding, clock.instant())));
        if (page.written()) {
            reports.supersede(release, page.book().get(release.id()));
            events.publishEvent(ReleaseStep.of(Audited.IRIS, "evaluated", release)
                    .with("passed", Boolean.toString(report.passed())));
        } else {
            reports.drop(release.id(), report);
        }
    }

    /** What cannot be loaded is found here, with its reason. */
    private void load(ModelDescription model) {
        try {
            engines.warm(model);
        } catch (ProblemException problem) {
            if (!problem.name().equals("release-warming")) { // it goes on loading: the first answer waits for it
                throw new Failed(
                        problem.name(),
                        problem.arguments().stream().map(String::valueOf).toArray(String[]::new));
            }
        }
    }

    private Report report(Release release, Release.Binding binding, Exam exam) {
        List<Ready> ready;
        String name = catalogue.find(release.model().id()).map(Listed::gate).orElse("default");
        Gate gate;
        try {
            ready = suites.read();
            gate = suites.gates().get(name);
        } catch (StartRefused wrong) {
            LOG.error("An evaluation could not begin: {}", wrong.getMessage());
            throw new Failed("evaluation-files");
        }
        if (gate == null) {
            throw new Failed("evaluation-gate", name);
        }
        Optional<Release> active =
                here.book().find(here.book().active()).filter(one -> !one.id().equals(release.id()));
        Optional<Report> other = active.flatMap(reports::of);
        exam.total(ready.stream().mapToInt(suite -> suite.items().size()).sum());
        List<SuiteReport> results = new ArrayList<>();
        for (Ready suite : ready) {
            results.add(judged(
                    suite,
                    exam.of(suite),
                    gate,
                    other.map(report -> report.scoreOf(suite.id())).orElse(null)));
        }
        Report.Speed speed = exam.speed(gate);
        return new Report(
                passes(exam.empty(), speed, results),
                clock.instant(),
                name,
                other.flatMap(report -> active.map(one -> one.model().displayName()))
                        .orElse(null),
                results,
                exam.empty(),
                speed,
                energy(release, active),
                binding.digest());
    }

    private static Report.Energy energy(Release release, Optional<Release> active) {
        return new Report.Energy(
                EnergyEstimate.ofThousandTokens(release.model()),
                active.map(one -> EnergyEstimate.ofThousandTokens(one.model())).orElse(null));
    }

    /** Whether a report of these may be read as fit. */
    static boolean passes(int empty, Report.Speed speed, List<SuiteReport> results) {
        return empty == 0 && speed.passed() && results.stream().allMatch(SuiteReport::passed);
    }

    /** @param active score of the release that answers; null if there is none to compare with */
    static SuiteReport judged(Ready suite, List<CaseReport> cases, Gate gate, @Nullable Double active) {
        double score = (double) cases.stream().filter(CaseReport::passed).count() / cases.size();
        double threshold = gate.of(suite.id());
        boolean notWorse = active == null || score >= active - gate.worse();
        return new SuiteReport(
                suite.id(), suite.title(), score, active, threshold, score >= threshold && notWorse, cases);
    }

    /** The requests of one evaluation, and what is measured of their answers. */
    private static final class Exam {

        private final Trial trial;
        private final Work work;
        private final Speeds speeds = new Speeds();
        private int asked;
        private int total;
        private int empty;

        Exam(Trial trial, Work work) {
            this.trial = trial;
            this.work = work;
        }

        void total(int cases) {
            total = cases;
        }

        int empty() {
            return empty;
        }

        Report.Speed speed(Gate gate) {
            return speeds.under(gate);
        }

        List<CaseReport> of(Ready suite) {
            List<CaseReport> cases = new ArrayList<>();
            for (Item item : suite.items()) {
                work.at("evaluating", asked++, total, "cases");
                cases.add(of(item));
            }
            return cases;
        }

        private CaseReport of(Item item) {
            List<String> answers = new ArrayList<>();
            for (String request : item.requests()) {
                Trial.Answer answer = trial.ask(request, item.maxTokens());
                speeds.add(answer);
                empty += answer.text().isBlank() ? 1 : 0;
                answers.add(answer.text());
            }
            String wrong = item.wrong().apply(answers).orElse("");
            return new CaseReport(item.id(), wrong.isEmpty(), Objects.requireNonNull(wrong));
        }
    }
}
