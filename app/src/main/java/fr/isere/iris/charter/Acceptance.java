package fr.isere.iris.charter;

import java.time.Instant;

/** Which version somebody accepted, and when. */
record Acceptance(String version, Instant date) {}
