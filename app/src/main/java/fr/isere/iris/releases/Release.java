package fr.isere.iris.releases;

import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.problems.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A model as it was when somebody proposed it, and how far it has come. Nothing of it changes with a file of the catalogue that is edited
 * later: to deploy the edited one is another release. Prompts of tasks are read when they are used: a release whose report is of others must
 * be evaluated anew before it may answer.
 *
 * @param id stable, in addresses and in the audit trail
 * @param model the catalogue's entry as it was then: sampling and system prompt included, under a name of its own for the screen and the engine
 * @param source the engine's name of what is to be imported, as the catalogue has it
 * @param binding what it is tied to
 * @param drift null while what the engines hold is what was imported
 * @param trouble what went wrong last; null if nothing, or since somebody went on
 * @param evaluation the last report in one line; null before the first
 * @param work id of what is being done with it now; null if nothing
 */
record Release(
        String id,
        ModelDescription model,
        String source,
        State state,
        Binding binding,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant drift,
        @Nullable Trouble trouble,
        @Nullable Verdict evaluation,
        @Nullable String work) {

    /**
     * What a release is tied to.
     *
     * @param prompts SHA-256 of all files of prompts, as the instance that proposed or evaluated it read them
     * @param engine the digest that the engines report; null before the import, or where engines tell none
     * @param sizeBytes on one engine's disk; null before the import, or where engines tell none
     * @param digest SHA-256 over the model's description and both of the above
     */
    record Binding(
            String prompts,
            @Nullable String engine,
            @Nullable Long sizeBytes,
            String digest) {

        /** Whether what an engine tells of this digest may be it. */
        boolean isOf(String told) {
            return engine == null || List.of(engine.split("\\+", -1)).contains(told);
        }
    }

    /**
     * What went wrong.
     *
     * @param code a name in {@code problems.properties}
     * @param arguments of its texts: numbers, names of engines; never content
     */
    record Trouble(String code, List<String> arguments, Instant at) {

        Trouble {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A report in one line.
     *
     * @param passed the gate
     */
    record Verdict(boolean passed, Instant at) {}

    /** Whether its last report passed the gate. */
    boolean hasPassed() {
        return evaluation != null && evaluation.passed;
    }

    /** Whether its last report is of other prompts than these. */
    boolean isJudgedByOthersThan(String prompts) {
        return evaluation != null && !binding.prompts.equals(prompts);
    }

    /** What an operator may ask of it now. */
    List<Step> steps() {
        return Arrays.stream(Step.values()).filter(step -> step.isFor(this)).toList();
    }

    /**
     * Itself: nobody answers from what is not what was evaluated.
     *
     * @throws ProblemException {@code release-drifted} (409)
     */
    Release steady() {
        if (drift != null) {
            throw new ProblemException("release-drifted", HttpStatus.CONFLICT);
        }
        return this;
    }

    /** Where it is one step back. */
    State before() {
        return switch (state) {
            case READY -> State.EVALUATED;
            case CANARY -> State.READY;
            default -> undone();
        };
    }

    /** Where it is when what is being done with it comes to nothing. */
    State undone() {
        return switch (state) {
            case IMPORTING -> State.PROPOSED;
            case EVALUATING -> hasPassed() ? State.EVALUATED : State.IMPORTED;
            default -> state;
        };
    }

    /** Where it is when another answers in its place: an evaluation that it did not pass while it answered still counts. */
    State relieved() {
        return evaluation == null || hasPassed() ? State.READY : State.EVALUATED;
    }

    /** Whether the engines that answer with it can be given it, and tell what they hold. */
    boolean isOnOllama() {
        return model.engine().equals(Engines.OLLAMA);
    }

    /** Being imported, and so nothing that was found of it before holds. */
    Release anew(Instant now) {
        return in(State.IMPORTING, now).evaluated(null).drifted(null);
    }

    Release in(State next, Instant now) {
        return new Release(id, model, source, next, binding, createdAt, now, drift, trouble, evaluation, work);
    }

    Release bound(ModelDescription bound, Binding to) {
        return new Release(id, bound, source, state, to, createdAt, changedAt, drift, trouble, evaluation, work);
    }

    Release drifted(@Nullable Instant since) {
        return new Release(id, model, source, state, binding, createdAt, changedAt, since, trouble, evaluation, work);
    }

    Release troubled(@Nullable Trouble what) {
        return new Release(id, model, source, state, binding, createdAt, changedAt, drift, what, evaluation, work);
    }

    Release evaluated(@Nullable Verdict verdict) {
        return new Release(id, model, source, state, binding, createdAt, changedAt, drift, trouble, verdict, work);
    }

    Release working(@Nullable String what) {
        return new Release(id, model, source, state, binding, createdAt, changedAt, drift, trouble, evaluation, what);
    }
}
