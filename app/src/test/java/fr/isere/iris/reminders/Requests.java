package fr.isere.iris.reminders;

import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The requests of {@code model-config/evaluations/reminders.yaml}, and how the rules do on them. */
record Requests(List<Request> requests) {

    static final String NONE = "none";

    /** A request and what it deserves. */
    record Request(String kind, @Nullable Boolean aside, String text) {

        boolean isAside() {
            return Boolean.TRUE.equals(aside);
        }
    }

    /**
     * What was told of a request.
     *
     * @param told kind of the reminder, or none
     * @param nanos that it took
     */
    record Outcome(Request request, String told, long nanos) {

        boolean isRight() {
            return told.equals(request.kind());
        }
    }

    /**
     * Shares from 0 to 1: of the reminders given, those that were deserved; of those deserved, those that were given. A reminder of another
     * kind counts against both.
     */
    record Score(int requests, double precision, double recall) {}

    static Requests read() {
        return RulesFile.read(
                new ClassPathResource("iris/evaluations/reminders.yaml"),
                "reminders-evaluation.schema.json",
                Requests.class);
    }

    static ReminderRules packagedRules() {
        return new ReminderRules(RulesFile.in(null), new LinkSettings(URI.create("https://opendata.isere.fr")));
    }

    List<Outcome> toldBy(Reminders rules) {
        return requests.stream().map(request -> outcome(rules, request)).toList();
    }

    private static Outcome outcome(Reminders rules, Request request) {
        long begin = System.nanoTime();
        String told = rules.of(request.text()).map(Reminder::kind).orElse(NONE);
        return new Outcome(request, told, System.nanoTime() - begin);
    }

    static Score score(List<Outcome> outcomes, Predicate<Request> which) {
        List<Outcome> counted =
                outcomes.stream().filter(one -> which.test(one.request())).toList();
        double given = counted.stream().filter(one -> !one.told().equals(NONE)).count();
        double deserved = counted.stream()
                .filter(one -> !one.request().kind().equals(NONE))
                .count();
        double right = counted.stream()
                .filter(one -> !one.told().equals(NONE) && one.isRight())
                .count();
        return new Score(counted.size(), right / given, right / deserved);
    }
}
