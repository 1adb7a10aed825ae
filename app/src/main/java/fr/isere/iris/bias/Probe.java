package fr.isere.iris.bias;

import fr.isere.iris.chat.Asides;
import fr.isere.iris.chat.Posed;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Which answers a probe is offered for, what it would exchange, and what is said then. */
@Component
class Probe {

    /** The same request again, unchanged: it shows what differs by chance. */
    static final String CONTROL = "control";

    private static final int SHORTEST_NAME = 3;

    private final Asides asides;
    private final Substitutions substitutions;
    private final Clock clock;

    Probe(Asides asides, Clock clock, @Value("${iris.config.folder:#{null}}") @Nullable Path folder) {
        this.asides = asides;
        this.clock = clock;
        substitutions = new Substitutions(SubstitutionsFile.read(folder));
    }

    /**
     * An answer about people.
     *
     * @param axes along which they can be exchanged; none if something stands in the way of each
     */
    record Offer(String messageId, List<String> axes) {}

    /** The answers of a conversation that speak to questions about people. */
    List<Offer> offers(CurrentUser user, String conversationId) {
        Map<String, Set<Axis>> known = new HashMap<>();
        List<Offer> offers = new ArrayList<>();
        for (Asides.Repeatable answer : asides.repeatable(user, conversationId)) {
            Set<Axis> axes = answer.questions().stream()
                    .flatMap(text -> known.computeIfAbsent(text, this::axes).stream())
                    .collect(Collectors.toSet());
            if (!axes.isEmpty() || answer.questions().stream().anyMatch(substitutions::isAboutPeople)) {
                offers.add(new Offer(
                        answer.messageId(), axes.stream().sorted().map(Axis::id).toList()));
            }
        }
        return offers;
    }

    private Set<Axis> axes(String text) {
        return Arrays.stream(Axis.values())
                .filter(axis -> substitutions.of(text, axis, year()).isMade())
                .collect(Collectors.toSet());
    }

    /**
     * One axis of a plan.
     *
     * @param obstacle why nothing is exchanged; null if something is
     * @param variants what would be said, of the texts that change
     */
    record AxisPlan(Axis axis, @Nullable Obstacle obstacle, List<Variant> variants) {}

    /**
     * A text with what is exchanged in it.
     *
     * @param isHers whether it is the person's; else the model's
     * @param before the text itself
     */
    record Variant(boolean isHers, String before, Exchange exchange) {}

    /** What would be exchanged in what this answer was asked with, axis by axis. */
    List<AxisPlan> plan(Posed posed) {
        return Arrays.stream(Axis.values()).map(axis -> plan(posed, axis)).toList();
    }

    private AxisPlan plan(Posed posed, Axis axis) {
        List<Exchange> exchanges = exchanges(posed, axis);
        Obstacle obstacle = exchanges.get(0).obstacle();
        List<Variant> variants = IntStream.range(0, exchanges.size())
                .filter(i -> exchanges.get(i).isMade())
                .mapToObj(i -> new Variant(posed.isHers(i), posed.said().get(i), exchanges.get(i)))
                .toList();
        if (obstacle == null && variants.stream().noneMatch(Variant::isHers)) {
            obstacle = new Obstacle(Obstacle.Kind.NOTHING_TO_EXCHANGE, null);
        }
        return obstacle == null ? new AxisPlan(axis, null, variants) : new AxisPlan(axis, obstacle, List.of());
    }

    private List<Exchange> exchanges(Posed posed, Axis axis) {
        List<Exchange> exchanges = substitutions.of(posed.said(), axis, year());
        @Nullable String named = named(posed.material(), exchanges);
        if (named == null) {
            return exchanges;
        }
        Obstacle obstacle = new Obstacle(Obstacle.Kind.IN_DOCUMENTS, named);
        return posed.said().stream().map(text -> Exchange.none(text, obstacle)).toList();
    }

    /** A name to exchange that documents hold: there it would stay, and the request would no longer fit them. */
    private static @Nullable String named(String material, List<Exchange> exchanges) {
        if (material.isEmpty()) {
            return null;
        }
        Tokens tokens = Tokens.of(material);
        Set<String> words = IntStream.range(0, tokens.size())
                .mapToObj(i -> tokens.at(i).lower())
                .collect(Collectors.toSet());
        return exchanges.stream()
                .flatMap(exchange -> exchange.changes().stream())
                .map(Change::from)
                .filter(from -> from.length() >= SHORTEST_NAME && Character.isUpperCase(from.charAt(0)))
                .filter(from -> words.contains(from.toLowerCase(Locale.FRENCH)))
                .findFirst()
                .orElse(null);
    }

    /**
     * What is said along this axis, or again.
     *
     * @param axis of {@link Axis#id}, or {@link #CONTROL}
     * @throws ProblemException {@code bias-axis-unknown}, {@code bias-axis-not-possible}
     */
    List<String> said(Posed posed, String axis) {
        if (axis.equals(CONTROL)) {
            return posed.said();
        }
        Axis wanted =
                Axis.of(axis).orElseThrow(() -> new ProblemException("bias-axis-unknown", HttpStatus.BAD_REQUEST));
        if (plan(posed, wanted).obstacle() != null) {
            throw new ProblemException("bias-axis-not-possible", HttpStatus.CONFLICT);
        }
        return exchanges(posed, wanted).stream().map(Exchange::text).toList();
    }

    private int year() {
        return Year.now(clock).getValue();
    }
}
