package fr.isere.iris.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Kills an instance that has all slots, and says when those who wait at another have them: {@code ops/bench killed [TIMES]}. */
final class KilledInstanceBench {

    private static final int TIMES = 5;

    private KilledInstanceBench() {}

    /** Takes how many times. */
    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TIMES;
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            try (KilledInstance instances = new KilledInstance()) {
                all.add(instances.untilTheSlotsAreBack().toMillis());
            }
        }
        Collections.sort(all);
        System.out.printf(
                "%d fois, une instance tuée (SIGKILL) avec tous les créneaux : rendus à ceux qui attendent ailleurs après %d ms au plus,"
                        + " %d ms en médiane%n",
                times, all.get(all.size() - 1), all.get(all.size() / 2));
        System.exit(0);
    }
}
