package fr.isere.iris.releases;

import java.util.Locale;

/** How far a release has come. */
enum State {
    /** Named, and nothing done yet. */
    PROPOSED,
    /** It is being brought to the engines. */
    IMPORTING,
    /** Every engine has it, under a name and a digest of its own. */
    IMPORTED,
    /** The suites are being run. */
    EVALUATING,
    /** There is a report; whether it passed the gate stands in it. */
    EVALUATED,
    /** Somebody read the report and found it fit to answer. */
    READY,
    /** It answers a share of the new conversations. */
    CANARY,
    /** It answers. */
    ACTIVE,
    /** Put away: the engines need not have it any more. */
    RETIRED;

    /** Whether somebody found it fit to answer: what is done with it then leaves it where it stands. */
    boolean isFit() {
        return this == READY || this == CANARY || this == ACTIVE;
    }

    /** Whether the engines were given all of it once, so that it could answer. */
    boolean isBrought() {
        return isFit() || this == IMPORTED || this == EVALUATING || this == EVALUATED;
    }

    /** As the HTTP contract writes it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
