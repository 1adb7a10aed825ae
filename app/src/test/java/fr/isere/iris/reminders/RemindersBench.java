package fr.isere.iris.reminders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Precision, recall and time of the reminders on the requests of the evaluation; {@code --tuning} leaves those kept aside alone. */
final class RemindersBench {

    private static final int ROUNDS = 50;
    private static final int LONGEST = 100_000;

    private RemindersBench() {}

    public static void main(String[] arguments) {
        boolean tuning = Arrays.asList(arguments).contains("--tuning");
        ReminderRules rules = Requests.packagedRules();
        Requests requests = Requests.read();
        List<Requests.Outcome> outcomes = requests.toldBy(rules);
        outcomes.stream()
                .filter(one -> !one.isRight() && !(tuning && one.request().isAside()))
                .forEach(one -> System.out.printf(
                        "%s, expected %s: %s%n",
                        one.told(), one.request().kind(), one.request().text()));
        tell("tuned on", outcomes, request -> !request.isAside());
        if (!tuning) {
            tell("kept aside", outcomes, Requests.Request::isAside);
            tell("all", outcomes, request -> true);
        }
        times(rules, requests);
    }

    private static void tell(String name, List<Requests.Outcome> outcomes, Predicate<Requests.Request> which) {
        Requests.Score score = Requests.score(outcomes, which);
        System.out.printf(
                "%s: %d requests, precision %.1f %%, recall %.1f %%%n",
                name, score.requests(), 100 * score.precision(), 100 * score.recall());
    }

    private static void times(ReminderRules rules, Requests requests) {
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            requests.toldBy(rules).forEach(one -> nanos.add(one.nanos()));
        }
        List<Long> late = nanos.subList(nanos.size() / 2, nanos.size());
        List<Long> longest = new ArrayList<>();
        String pasted = "Le comité examine les candidatures et dois-je trier « les 12 agents » ? ".repeat(LONGEST / 60);
        for (int round = 0; round < 4 * ROUNDS; round++) {
            long begin = System.nanoTime();
            rules.of(pasted);
            longest.add(System.nanoTime() - begin);
        }
        System.out.printf(
                "time: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms; %d characters: p95 %.2f ms%n",
                percentile(late, 0.5),
                percentile(late, 0.95),
                percentile(late, 0.99),
                pasted.length(),
                percentile(longest, 0.95));
    }

    private static double percentile(List<Long> nanos, double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }
}
